import { createReadStream } from 'node:fs';

/** A line that isn't blank, and its place in the file, counted from 1. */
export type Line = { number: number; text: string };

/**
 * The lines of a UTF-8 file that aren't blank, a byte order mark left out. Only line feeds end a
 * line: node:readline would also break at U+2028, which JSON allows within a text.
 * @throws where the file can't be read
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  for await (const { lines } of readPieces(path)) yield* lines;
}

/** A piece of a file: its text as it stands, and the lines that end in it. */
export type Piece = { text: string; lines: readonly Line[] };

/**
 * The same piece by piece, for files with so many lines that one at a time would take longer.
 * @throws where the file can't be read
 */
export async function* readPieces(path: string): AsyncGenerator<Piece> {
  let number = 0;
  let rest = '';
  const take = (texts: readonly string[]): Line[] => {
    const lines: Line[] = [];
    for (const text of texts) {
      number += 1;
      if (text.trim()) lines.push({ number, text: text.replace(/^\uFEFF/, '') });
    }
    return lines;
  };
  for await (const text of createReadStream(path, { encoding: 'utf8' })) {
    const texts = (rest + text).split('\n');
    rest = texts.pop() ?? '';
    yield { text, lines: take(texts) };
  }
  yield { text: '', lines: take([rest]) };
}
