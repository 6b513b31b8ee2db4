import { isoYear, numbersOf, twoDigits } from './calendar.ts';
import { type EdtfReading, readEdtf } from './edtf.ts';

/**
 * Adds "circa" (`~`), "perhaps" (`?`) or both (`%`) to every date of an EDTF text. One of several
 * dates (`[1962,1963]`) is doubtful without a sign.
 * @returns null where EDTF has no way to say it, as for a list of years that are all "circa"
 */
export function qualify(
  edtf: string,
  reading: EdtfReading,
  { approximate, uncertain }: { approximate: boolean; uncertain: boolean },
): string | null {
  const doubtful = uncertain && !edtf.startsWith('[');
  if (!approximate && !doubtful) return edtf;
  const sign = approximate ? (doubtful ? '%' : '~') : '?';
  const qualified = asInterval(edtf, reading).replaceAll(/-?[\dX]{4}(?:-\d\d)*/g, `$&${sign}`);
  const said = readEdtf(qualified);
  return said?.approximate === approximate && said.uncertain === doubtful ? qualified : null;
}

/** Decades, centuries and seasons take no sign in EDTF: the interval of their years or months does. */
function asInterval(edtf: string, { start, end, precision }: EdtfReading): string {
  if (!start || !end || !['decade', 'century', 'season'].includes(precision)) return edtf;
  const ends = [start, end].map((day) => {
    const { year, month } = numbersOf(day);
    return precision === 'season' ? `${isoYear(year)}-${twoDigits(month)}` : isoYear(year);
  });
  return ends.join('/');
}
