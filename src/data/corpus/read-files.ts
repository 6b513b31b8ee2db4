import { createReadStream } from 'node:fs';
import { createFixity, digestOf, type Fixity } from './fixity.ts';
import { createLinesWriter, type Lines } from './lines.ts';
import { type Problem, unreadable } from './problem.ts';

/** What files hold, line by line; lines that are blank are left out. */
export type FileLines = {
  lines: Lines;
  /** Where each line stands: its file, and its number there, counted from 1. */
  files: readonly string[];
  file: readonly number[];
  number: readonly number[];
  /** Of each file; null where it can't be read. */
  fixities: readonly (Fixity | null)[];
  /** The same for files with the same bytes. */
  digest: string;
  problems: readonly Problem[];
};

/** So many bytes are read at once. */
const CHUNK = 2 ** 20;
const LINE_FEED = 0x0a;
const BRACE = 0x7b;
const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/**
 * Reads UTF-8 files. Only line feeds end a line: U+2028, at which node:readline breaks, may stand
 * within a text of JSON.
 */
export async function readFiles(files: readonly string[]): Promise<FileLines> {
  const writer = createLinesWriter();
  const [file, number]: [number[], number[]] = [[], []];
  const problems: Problem[] = [];
  const fixities: (Fixity | null)[] = [];
  for (const [which, path] of files.entries()) {
    const fixity = createFixity();
    let last = 0;
    try {
      for await (const { block, bytes } of readBlocks(path)) {
        writer.addBlock(block);
        const before = number.length;
        for (let start = 0; start < block.length; ) {
          const feed = block.indexOf(LINE_FEED, start);
          const end = feed < 0 ? block.length : feed;
          last += 1;
          const from = startsWithMark(block, start) ? start + BYTE_ORDER_MARK.length : start;
          if (!isBlank(block, from, end)) {
            writer.addLine(from, end);
            file.push(which);
            number.push(last);
          }
          start = end + 1;
        }
        fixity.see(bytes, number.length - before);
      }
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
    fixities,
    digest: digestOf(fixities),
    problems,
  };
}

/** A file's bytes in blocks that end with a line. */
async function* readBlocks(path: string): AsyncGenerator<{ block: Buffer; bytes: Buffer }> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes: Buffer = chunk;
    const whole = bytes.lastIndexOf(LINE_FEED) + 1;
    const block = whole > 0 ? Buffer.concat([...begun, bytes.subarray(0, whole)]) : EMPTY;
    if (whole > 0) begun = [];
    begun.push(bytes.subarray(whole));
    yield { block, bytes };
  }
  yield { block: Buffer.concat(begun), bytes: EMPTY };
}

const EMPTY = Buffer.alloc(0);

const startsWithMark = (block: Buffer, start: number): boolean =>
  block[start] === BYTE_ORDER_MARK[0] &&
  block.subarray(start, start + BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);

const isBlank = (block: Buffer, start: number, end: number): boolean =>
  start >= end || (block[start] !== BRACE && block.toString('utf8', start, end).trim() === '');
