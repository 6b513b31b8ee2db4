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

const TITLE_KEY = '","title":';
const DATE_KEY = ',"date":{';

/** The title of the document on a line as its check leaves it, without reading the rest. */
export function titleOnLine(line: Buffer): string {
  const start = line.indexOf(TITLE_KEY);
  const end = line.indexOf(DATE_KEY, start);
  return JSON.parse(line.toString('utf8', start + TITLE_KEY.length, end));
}

/** Lines that are added one by one share blocks, which double up to this size, in bytes. */
const LARGEST_BLOCK = 2 ** 20;

/** If less of its blocks is used, lines had better be read into new ones. */
const LEAST_USED = 0.75;

/** Whether the lines take up most of their blocks: others may have stood there before. */
export function isMostlyUsed({ blocks, start, end, length }: Lines): boolean {
  let used = 0;
  for (let at = 0; at < length; at += 1) used += (end[at] ?? 0) - (start[at] ?? 0);
  return used >= LEAST_USED * blocks.reduce((sum, block) => sum + block.length, 0);
}

/** Gathers lines. @param kept blocks that some of them stand in already */
export function createLinesWriter(kept: readonly Buffer[] = []) {
  const blocks: Buffer[] = [...kept];
  const [block, start, end]: [number[], number[], number[]] = [[], [], []];
  /** The block to which lines are added one by one. */
  let shared = { number: -1, bytes: Buffer.alloc(0), filled: 0 };
  const addLine = (number: number, from: number, to: number): void => {
    block.push(number);
    start.push(from);
    end.push(to);
  };
  const addBytes = (line: Buffer): void => {
    if (shared.number < 0 || shared.filled + line.length > shared.bytes.length) {
      const size = Math.max(line.length, Math.min(2 * shared.bytes.length, LARGEST_BLOCK));
      const bytes = Buffer.allocUnsafeSlow(size);
      shared = { number: blocks.push(bytes) - 1, bytes, filled: 0 };
    }
    line.copy(shared.bytes, shared.filled);
    addLine(shared.number, shared.filled, shared.filled + line.length);
    shared.filled += line.length;
  };
  return {
    /** Takes a block as it is; its lines are added after. */
    addBlock: (bytes: Buffer): number => blocks.push(bytes) - 1,
    /** Adds a line that stands in a block. */
    addLine,
    /** Adds the line of a document whose blocks are kept. */
    addKept({ lines, positions }: { lines: Lines; positions: Uint32Array }, ordinal: number): void {
      const at = positions[ordinal] ?? 0;
      addLine(lines.block[at] ?? 0, lines.start[at] ?? 0, lines.end[at] ?? 0);
    },
    /** Adds a line of its own. */
    addBytes,
    addText: (line: string): void => addBytes(Buffer.from(line)),
    lines: (): Lines => ({
      length: block.length,
      blocks,
      block: Uint32Array.from(block),
      start: Uint32Array.from(start),
      end: Uint32Array.from(end),
    }),
  };
}
