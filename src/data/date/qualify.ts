import { isoYear, numbersOf, twoDigits } from './calendar.ts';
import type { EdtfReading } from './edtf.ts';

/**
 * Adds "circa" (`~`), "perhaps" (`?`) or both (`%`) to every date of an EDTF text. Decades, centuries
 * and seasons take no such sign in EDTF: the interval of their years or months does instead.
 */
export function qualify(
  edtf: string,
  { start, end, precision }: EdtfReading,
  sign: string,
): string {
  if (sign === '' || edtf.startsWith('[')) return edtf;
  if (start && end && ['decade', 'century', 'season'].includes(precision)) {
    const [from, to] = [start, end].map((day) => {
      const { year, month } = numbersOf(day);
      return precision === 'season' ? `${isoYear(year)}-${twoDigits(month)}` : isoYear(year);
    });
    return `${from}${sign}/${to}${sign}`;
  }
  return edtf.replaceAll(/-?\d{4}(?:-\d\d)*/g, `$&${sign}`);
}
