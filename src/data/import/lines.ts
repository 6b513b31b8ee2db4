import { SourceError } from './format.ts';

/** A line that isn't blank, and its place in the source, counted from 1. */
export type Line = { number: number; text: string };

/** A longer line is none, in characters. */
const LONGEST = 16 * 1024 * 1024;

/**
 * The lines of a text that comes in pieces, blank ones left out.
 * @throws SourceError for a line that is longer than any record
 */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      number += 1;
      if (text.trim()) yield { number, text: text.replace(/\r$/, '') };
    }
    if (rest.length > LONGEST) {
      throw new SourceError(`has a line of more than ${LONGEST} characters`, number + 1);
    }
  }
  if (rest.trim()) yield { number: number + 1, text: rest };
}
