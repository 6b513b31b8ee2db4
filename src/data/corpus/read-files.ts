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
    /** Counts a line, and notes where it stands if it isn't blank. */
    const isLine = (bytes: Buffer, from: number, to: number): boolean => {
      last += 1;
      if (isBlank(bytes, from, to)) return false;
      file.push(which);
      number.push(last);
      return true;
    };
    const addAlone = (line: Buffer): void => {
      const from = textFrom(line, 0);
      if (isLine(line, from, line.length)) writer.addBytes(line.subarray(from));
    };
    try {
      let begun: Buffer[] = [];
      for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
        const bytes: Buffer = chunk;
        const before = number.length;
        const block = writer.addBlock(bytes);
        let start = 0;
        for (
          let feed = bytes.indexOf(LINE_FEED);
          feed >= 0;
          feed = bytes.indexOf(LINE_FEED, start)
        ) {
          const from = textFrom(bytes, start);
          if (begun.length > 0) {
            addAlone(Buffer.concat([...begun, bytes.subarray(0, feed)]));
            begun = [];
          } else if (isLine(bytes, from, feed)) writer.addLine(block, from, feed);
          start = feed + 1;
        }
        if (start < bytes.length) begun.push(bytes.subarray(start));
        fixity.see(bytes, number.length - before);
      }
      const before = number.length;
      if (begun.length > 0) addAlone(Buffer.concat(begun));
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
    fixities,
    digest: digestOf(fixities),
    problems,
  };
}

/** Where a line's text begins, after a byte order mark. */
const textFrom = (bytes: Buffer, start: number): number =>
  bytes[start] === BYTE_ORDER_MARK[0] &&
  bytes.subarray(start, start + BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? start + BYTE_ORDER_MARK.length
    : start;

const isBlank = (bytes: Buffer, start: number, end: number): boolean =>
  start >= end || (bytes[start] !== BRACE && bytes.toString('utf8', start, end).trim() === '');
