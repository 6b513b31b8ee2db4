import type { Document } from '../data/corpus/document.ts';
import { yearsBetween } from '../data/dates/anniversary.ts';
import { count } from '../wording/count.ts';

/** `73 years ago`, counted from a year; undefined for a document of no year, or of a later one. */
export function yearsAgo({ date }: Document, year: number): string | undefined {
  const years = yearsBetween(date, year);
  if (years === null || years < 0) return undefined;
  if (years === 0) return 'this year';
  return years === 1 ? '1 year ago' : `${count(years)} years ago`;
}
