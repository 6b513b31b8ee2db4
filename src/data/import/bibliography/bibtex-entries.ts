import { SourceError } from '../format.ts';

/** An entry as it stands in a BibTeX file, `@unpublished{…}`, and the line where it begins. */
export type BibtexText = { kind: string; text: string; line: number };

/** A longer entry is none, in characters. */
const LARGEST = 1024 * 1024;

/**
 * The entries of a BibTeX text, by their outermost braces; what stands between them is a comment.
 * @throws SourceError if the text ends within an entry, or one is larger than any
 */
export async function* bibtexEntries(pieces: AsyncIterable<string>): AsyncGenerator<BibtexText> {
  let line = 1;
  let begun = 1;
  let depth = 0;
  let entry = '';
  let isEscaped = false;
  for await (const piece of pieces) {
    for (const sign of piece) {
      if (sign === '\n') line += 1;
      if (entry === '') {
        if (sign !== '@') continue;
        begun = line;
        entry = sign;
        continue;
      }
      entry += sign;
      if (isEscaped) isEscaped = false;
      else if (sign === '\\') isEscaped = true;
      else if (sign === '{') depth += 1;
      else if (sign === '}' && depth > 0) depth -= 1;
      else if (depth === 0 && !/[\w\s]/.test(sign)) entry = sign === '@' ? sign : '';
      if (sign === '}' && depth === 0 && entry) {
        yield {
          kind: /^@\s*(\w+)/.exec(entry)?.[1]?.toLowerCase() ?? '',
          text: entry,
          line: begun,
        };
        entry = '';
      }
      if (entry.length > LARGEST) {
        throw new SourceError(`has an entry of more than ${LARGEST} characters`, begun);
      }
    }
  }
  if (depth > 0) throw new SourceError('is cut off within an entry', begun);
}
