import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise } from 'yauzl';
import { SourceError } from '../../format.ts';

/** A larger part is no spreadsheet's, in bytes unpacked. */
const LARGEST = 2 * 1024 ** 3;
/** A package of more parts isn't a workbook. */
const MOST_PARTS = 10_000;

/** The parts of a packed document, by their names: `xl/workbook.xml`. */
export type Parts = {
  has(name: string): boolean;
  /** What the package says they have unpacked, all together, in bytes. */
  unpackedSize: number;
  /**
   * A part's text in pieces, unpacked as it is read. What the package says of a part's size is checked.
   * @throws SourceError if there is no such part, or it is damaged
   */
  text(name: string): AsyncGenerator<string>;
};

/**
 * Opens a packed document. The parts' names are alike in any case.
 * @throws SourceError if it is cut off or damaged
 * @see https://ecma-international.org/publications-and-standards/standards/ecma-376/ Part 2, 6.2.2
 */
export async function openParts(archive: Buffer): Promise<Parts> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true }).catch(damaged);
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > MOST_PARTS) throw new SourceError(`has more than ${MOST_PARTS} parts`);
    }
  } catch (error) {
    damaged(error);
  }
  const find = (name: string) => entries.get(name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    unpackedSize: [...entries.values()].reduce((sum, one) => sum + one.uncompressedSize, 0),
    async *text(name) {
      const entry = find(name);
      if (!entry) throw new SourceError(`has no part ${name}`);
      if (entry.uncompressedSize > LARGEST) {
        throw new SourceError(
          `unpacks to ${entry.uncompressedSize} bytes, more than any spreadsheet`,
        );
      }
      const decoder = new TextDecoder();
      const stream: Readable = await zip.openReadStreamPromise(entry).catch(damaged);
      try {
        for await (const piece of stream) yield decoder.decode(piece, { stream: true });
      } catch (error) {
        damaged(error);
      }
      yield decoder.decode();
    },
  };
}

function damaged(error: unknown): never {
  if (error instanceof SourceError) throw error;
  throw new SourceError(`is a workbook that is cut off or damaged (${(error as Error).message})`);
}
