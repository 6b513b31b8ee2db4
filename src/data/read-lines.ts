import { createReadStream } from 'node:fs';

/** A line that isn't blank, and its place in the file, counted from 1. */
export type Line = { number: number; text: string };

/**
 * The lines of a UTF-8 file that aren't blank, a byte order mark left out. Only line feeds end a
 * line: node:readline would also break at U+2028, which JSON allows within a text.
 * @throws where the file can't be read
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  const take = (text: string): Line[] => {
    number += 1;
    return text.trim() ? [{ number, text }] : [];
  };
  for await (const chunk of createReadStream(path, { encoding: 'utf8' })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) yield* take(text.replace(/^\uFEFF/, ''));
  }
  yield* take(rest.replace(/^\uFEFF/, ''));
}
