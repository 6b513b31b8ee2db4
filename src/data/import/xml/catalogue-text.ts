/** Words that keep their full stop at the end of a field. */
const ABBREVIATED = /(?:^|[\s.(])(?:\p{Lu}|\p{L}{1,3}|[\p{Lu}.]+)\.$/u;

/**
 * A field without the punctuation that only leads to the next one: `Letters /` is "Letters". A full
 * stop stays after an abbreviation.
 * @see https://www.loc.gov/marc/bibliographic/ "Punctuation" of each field
 */
export function withoutPunctuation(text: string): string {
  const bare = text
    .trim()
    .replace(/(?:\s+[/:;=+]|[,;:])+$/u, '')
    .trim();
  return /[^.]\.$/.test(bare) && !ABBREVIATED.test(bare) ? bare.slice(0, -1).trim() : bare;
}

/** A part of a field with the bracket that another part has: `1954]` of `[Leyden, 1954]`. */
export function withBrackets(text: string): string {
  const [opened, closed] = ['[', ']'].map((sign) => text.split(sign).length);
  if (opened === closed) return text;
  return (opened ?? 0) > (closed ?? 0) ? `${text}]` : `[${text}`;
}

/** The year of a copyright notice, which catalogues write `c1962` or `©1962`; null for any other text. */
export function copyrightYear(text: string): string | null {
  const [, year = null] = /^\[?(?:[c©℗p]|cop\.\s?)(\d{4})\]?$/u.exec(text.trim()) ?? [];
  return year;
}

/** A copyright notice with its sign: a "c" before a year would be read as "circa". */
export const withCopyrightSign = (text: string): string =>
  text.replace(/(?<![\p{L}\d])c(?=\d{4}(?!\d))/gu, '©');
