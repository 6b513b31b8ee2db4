import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Known } from './check-lines.ts';
import { createFixity, digestOf, type Fixity } from './fixity.ts';
import { createLinesWriter, isMostlyUsed, type Lines } from './lines.ts';
import type { PackedDocuments } from './packed-documents.ts';
import { type Problem, unreadable } from './problem.ts';

/** What files hold, line by line; lines that are blank are left out. */
export type FileLines = {
  lines: Lines;
  /** Where each line stands: its file, and its number there, counted from 1. */
  files: readonly string[];
  file: readonly number[];
  number: readonly number[];
  /** Which document that was read before each line is, as far as that was asked. */
  earlierOrdinals: readonly (number | undefined)[];
  /** Of each file; null where it can't be read. */
  fixities: readonly (Fixity | null)[];
  /** The same for files with the same bytes. */
  digest: string;
  problems: readonly Problem[];
};

/** Documents that were read before, and which of them a line is. */
export type ReadBefore = { documents: PackedDocuments; known: Known };

/** So many bytes are read at once. */
const CHUNK = 2 ** 20;
const LINE_FEED = 0x0a;
const BRACE = 0x7b;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Reads UTF-8 files. Only line feeds end a line: U+2028, at which node:readline breaks, may stand
 * within a text of JSON.
 * @param before lines of these are taken from there, so that a large corpus of which little is new
 *   isn't held twice
 */
export async function readFiles(files: readonly string[], before?: ReadBefore): Promise<FileLines> {
  const kept = before && isMostlyUsed(before.documents.lines) ? before : undefined;
  const writer = createLinesWriter(kept?.documents.lines.blocks);
  const [file, number]: [number[], number[]] = [[], []];
  const earlierOrdinals: (number | undefined)[] = [];
  const problems: Problem[] = [];
  const fixities: (Fixity | null)[] = [];
  for (const [which, path] of files.entries()) {
    const fixity = createFixity();
    let last = 0;
    /** Adds a line if it isn't blank. @param block the one that it stands in, if that is kept */
    const addLine = (bytes: Buffer, start: number, end: number, block?: number): void => {
      last += 1;
      const from = textFrom(bytes, start);
      if (isBlank(bytes, from, end)) return;
      number.push(last);
      const at = file.push(which) - 1;
      const earlier = kept?.known(bytes.subarray(from, end), at);
      if (kept) earlierOrdinals.push(earlier);
      if (kept && earlier !== undefined) writer.addKept(kept.documents, earlier);
      else if (block === undefined) writer.addBytes(bytes.subarray(from, end));
      else writer.addLine(block, from, end);
    };
    try {
      let begun: Buffer[] = [];
      for await (const bytes of kept ? readAgain(path) : read(path)) {
        const before = number.length;
        const block = kept ? undefined : writer.addBlock(bytes);
        let start = 0;
        for (
          let feed = bytes.indexOf(LINE_FEED);
          feed >= 0;
          feed = bytes.indexOf(LINE_FEED, start)
        ) {
          if (begun.length > 0) {
            const whole = Buffer.concat([...begun, bytes.subarray(0, feed)]);
            addLine(whole, 0, whole.length);
            begun = [];
          } else addLine(bytes, start, feed, block);
          start = feed + 1;
        }
        if (start < bytes.length) begun.push(Buffer.from(bytes.subarray(start)));
        fixity.see(bytes, number.length - before);
      }
      const before = number.length;
      const rest = Buffer.concat(begun);
      if (rest.length > 0) addLine(rest, 0, rest.length);
      fixity.see('', number.length - before);
      fixities.push(fixity.seen());
    } catch (error) {
      problems.push({ file: path, line: null, reason: unreadable(error) });
      fixities.push(null);
    }
  }
  return {
    lines: writer.lines(),
    files,
    file,
    number,
    earlierOrdinals,
    fixities,
    digest: digestOf(fixities),
    problems,
  };
}

const read = (path: string): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: CHUNK });

/** Gives a file in pieces, each in the memory of the one before. */
async function* readAgain(path: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(CHUNK);
  await using file = await open(path);
  for (;;) {
    const { bytesRead } = await file.read(bytes, 0, CHUNK);
    if (bytesRead === 0) return;
    yield bytes.subarray(0, bytesRead);
  }
}

/** Where a line's text begins, after a byte order mark. */
const textFrom = (bytes: Buffer, start: number): number =>
  bytes[start] === BYTE_ORDER_MARK[0] &&
  bytes.subarray(start, start + BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? start + BYTE_ORDER_MARK.length
    : start;

const isBlank = (bytes: Buffer, start: number, end: number): boolean =>
  start >= end || (bytes[start] !== BRACE && bytes.toString('utf8', start, end).trim() === '');
