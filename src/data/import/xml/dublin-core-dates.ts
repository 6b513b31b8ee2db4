import { compareDays } from '../../date/compare.ts';
import { readEdtf } from '../../date/edtf.ts';
import { parseDate } from '../../date/parse.ts';

/** What several dates of one record come to. */
export type Dates = {
  date: string;
  edtf?: string;
  /** Those that say something else. */
  others: readonly string[];
  /** What should be looked at. */
  doubt?: string;
};

/** When a repository took a record in or gave it out, to the second: seldom the document's date. */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * Reads the dates of a record. The first that can be read is the record's, timestamps only where
 * there is nothing else. Two are often one, encoded and printed: then the printed one is the text,
 * and where it says more than the encoded day within it, it alone counts.
 */
export function readDates(texts: readonly string[]): Dates {
  const plain = texts.filter((text) => !TIMESTAMP.test(text));
  const dates = plain.length > 0 ? plain : texts;
  const chosen = dates.find(isRead) ?? dates[0] ?? '';
  const date = encodedIn(chosen) ? (dates.find((other) => tells(other, chosen)) ?? chosen) : chosen;
  const twin = dates.find((other) => tells(date, other));
  const edtf = encodedIn(twin ?? date);
  const others = dates.filter((other) => other !== date && other !== twin);
  const doubt =
    others.length > 0
      ? `has several dates, ${dates.join('; ')}; "${date}" is taken`
      : date && plain.length === 0 && `has no date but a timestamp, perhaps not its own: ${date}`;
  return {
    date,
    ...(edtf && spanOf(edtf) === spanOf(date) ? { edtf } : {}),
    others,
    ...(doubt ? { doubt } : {}),
  };
}

const isRead = (text: string): boolean => parseDate(text).date.precision !== 'unknown';

/** A date in EDTF, its time of day dropped; undefined where it is printed. */
function encodedIn(text: string): string | undefined {
  const day = text.replace(/(?<=^\d{4}-\d\d-\d\d)T.*$/, '');
  return readEdtf(day) ? day : undefined;
}

/** Whether a printed date names the days of an encoded one, and perhaps more. */
function tells(printed: string, text: string): boolean {
  const encoded = encodedIn(text);
  if (!encoded || encodedIn(printed)) return false;
  const [outer, inner] = [parseDate(printed).date, parseDate(encoded).date];
  if (!outer.start || !outer.end || !inner.start || !inner.end) return false;
  return compareDays(outer.start, inner.start) <= 0 && compareDays(inner.end, outer.end) <= 0;
}

function spanOf(text: string): string {
  const { start, end } = parseDate(text).date;
  return `${start}/${end}`;
}
