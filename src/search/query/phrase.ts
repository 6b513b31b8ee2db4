import { bareWords } from '../analysis.ts';

/** What stands between white space and has more than the plain letters, numbers and marks of ASCII. */
const UNPLAIN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are not plain either
  /(?<![^\t-\r\x20])[!-&(-_a-~]*['`\0-\x08\x0e-\x1f\x7f-\u{10ffff}][^\t-\r\x20]*/gu;

/** Tells of texts whether a phrase's words stand in them one after the other; no words stand nowhere. */
export function phraseTest(phrase: string): (text: string) => boolean {
  const words = bareWords(phrase);
  if (words.length === 0) return () => false;
  const letter = '\\p{L}\\p{N}\\p{M}';
  const sought = words.join(`[^${letter}]+`);
  const pattern = new RegExp(`(?<![${letter}])${sought}(?![${letter}])`, 'u');
  return (text) => pattern.test(text.replace(UNPLAIN, readPiece).toLowerCase());
}

/**
 * The words of a piece as they are looked up, apart. Taking all of a text apart would take a hundred
 * times as long, and the same pieces come again and again.
 */
function readPiece(piece: string): string {
  const known = READINGS.get(piece);
  if (known !== undefined) return known;
  const read = ` ${bareWords(piece).join(' ')} `;
  if (READINGS.size === MOST_READINGS) READINGS.clear();
  READINGS.set(piece, read);
  return read;
}

const READINGS = new Map<string, string>();
const MOST_READINGS = 20_000;
