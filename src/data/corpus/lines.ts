/** The lines of JSON Lines files in UTF-8, kept as bytes: off the heap, and parsed when they are needed. */
export type Lines = {
  length: number;
  blocks: readonly Buffer[];
  /** Of each line its block, and from where to where it stands there. */
  block: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
};

/** The bytes of a line, without what ends it. */
export const lineAt = ({ blocks, block, start, end }: Lines, at: number): Buffer => {
  const found = blocks[block[at] ?? 0];
  if (!found) throw new RangeError(`there is no line ${at}`);
  return found.subarray(start[at], end[at]);
};

/** A line's document, whose check it has passed. */
export const parseLine = (line: Buffer) => JSON.parse(line.toString());

const ID_KEY = '{"id":"';
const QUOTE = 0x22;

/** The id of the document on a line as its check leaves it, which begins with the id; '' for another. */
export function idOnLine(line: Buffer): string {
  if (line.toString('latin1', 0, ID_KEY.length) !== ID_KEY) return '';
  return line.toString('latin1', ID_KEY.length, line.indexOf(QUOTE, ID_KEY.length));
}

/** Texts share blocks, which double up to this size, in bytes. */
const LARGEST_BLOCK = 2 ** 20;

/** Gathers lines. */
export function createLinesWriter() {
  const blocks: Buffer[] = [];
  const [block, start, end]: [number[], number[], number[]] = [[], [], []];
  let open = Buffer.alloc(0);
  let filled = 0;
  return {
    /** Takes a block, whose lines are added after. */
    addBlock(bytes: Buffer): void {
      blocks.push(bytes);
      filled = open.length;
    },
    /** Adds a line of the block that was taken last. */
    addLine(from: number, to: number): void {
      block.push(blocks.length - 1);
      start.push(from);
      end.push(to);
    },
    /** Adds a line of which there is only the text. */
    addText(text: string): void {
      const size = Buffer.byteLength(text);
      if (filled + size >= open.length) {
        open = Buffer.allocUnsafeSlow(Math.max(size + 1, Math.min(2 * open.length, LARGEST_BLOCK)));
        filled = 0;
        blocks.push(open);
      }
      open.write(text, filled);
      this.addLine(filled, filled + size);
      filled += size;
    },
    lines: (): Lines => ({
      length: block.length,
      blocks,
      block: Uint32Array.from(block),
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
    }),
  };
}
