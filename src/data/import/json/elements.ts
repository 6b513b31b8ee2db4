import { SourceError } from '../format.ts';

/** An element of an array as it stands in a JSON text, and the line where it begins. */
export type Element = { text: string; line: number };

/** A longer element is none, in characters. */
const LARGEST = 16 * 1024 * 1024;

/**
 * The objects of the first array of objects in a JSON text, one by one, so that no more than one is
 * held: the array itself, or one inside an object. What else the text has is passed over.
 * @throws SourceError if the text ends within an object, or one is larger than any record
 */
export async function* elementsIn(pieces: AsyncIterable<string>): AsyncGenerator<Element> {
  let line = 1;
  let isArray = false;
  let depth = 0;
  let inText = false;
  let isEscaped = false;
  let partial = '';
  let begun = 1;
  for await (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at];
      if (sign === '\n') line += 1;
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (sign === '\\') isEscaped = true;
        else if (sign === '"') inText = false;
      } else if (sign === '"') inText = true;
      else if (sign === '[' && !isArray) isArray = true;
      else if (sign === '{' && isArray) {
        if (depth === 0) {
          from = at;
          begun = line;
          partial = '';
        }
        depth += 1;
      } else if (sign === '}' && depth > 0) {
        depth -= 1;
        if (depth > 0) continue;
        yield { text: partial + piece.slice(from, at + 1), line: begun };
        partial = '';
      } else if (sign === ']' && isArray && depth === 0) return;
    }
    if (depth > 0) partial += piece.slice(from);
    if (partial.length > LARGEST) {
      throw new SourceError(`has an object of more than ${LARGEST} characters`, begun);
    }
  }
  if (depth > 0) throw new SourceError('is cut off within an object', begun);
}
