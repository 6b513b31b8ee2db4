import type { Document } from '../data/corpus/document.ts';
import { yearsBetween } from '../data/dates/anniversary.ts';
import { dateWords } from '../wording/dates.ts';

/** `73 years ago`, counted from a year; undefined for a document of no year, or of a later one. */
export function yearsAgo({ date }: Document, year: number): string | undefined {
  const years = yearsBetween(date, year);
  return years === null || years < 0 ? undefined : dateWords.yearsAgo(years);
}
