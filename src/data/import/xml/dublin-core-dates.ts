import { compareDays } from '../../dates/compare.ts';
import { fromW3cdtf, readEncoded, withoutTime } from '../../dates/encoded.ts';
import type { Day } from '../../dates/historical-date.ts';
import { parseDate } from '../../dates/parse.ts';

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

/** A date, and the days that it means where it can be read. */
type Read = { text: string; isEncoded: boolean; edtf: string; start: Day | null; end: Day | null };

/**
 * Reads the dates of a record. The first that can be read is the record's, timestamps only where
 * there is nothing else. Two are often one, encoded and printed: then the printed one is the text,
 * and where it says more than the encoded day within it, it alone counts.
 */
export function readDates(texts: readonly string[]): Dates {
  const plain = texts.filter((text) => !TIMESTAMP.test(text));
  const [one = '', ...more] = plain;
  if (one && more.length === 0) {
    const edtf = fromW3cdtf(one);
    return { date: one, ...(edtf ? { edtf } : {}), others: [] };
  }
  const dates = (plain.length > 0 ? plain : texts).map(readDate);
  const first = dates.find(({ start, end }) => start || end) ?? dates[0];
  if (!first) return { date: '', others: [] };
  const date = dates.find((other) => tells(other, first)) ?? first;
  const twin = dates.find((other) => tells(date, other));
  const same = twin?.start === date.start && twin?.end === date.end;
  const others = dates.filter((other) => other !== date && other !== twin);
  const all = dates.map(({ text }) => text).join('; ');
  const doubt =
    others.length > 0
      ? `has several dates, ${all}; "${date.text}" is taken`
      : plain.length === 0 && `has no date but a timestamp, perhaps not its own: ${all}`;
  return {
    date: date.text,
    ...encodingOf(date, twin && same ? twin : date),
    others: others.map(({ text }) => text),
    ...(doubt ? { doubt } : {}),
  };
}

/** What is encoded of a date, by itself or by its twin. */
function encodingOf(date: Read, twin: Read): { edtf?: string } {
  const edtf = twin === date ? fromW3cdtf(date.text) : twin.edtf;
  return edtf ? { edtf } : {};
}

function readDate(text: string): Read {
  const edtf = withoutTime(text);
  const encoded = readEncoded(edtf);
  const isEncoded = encoded !== null;
  const { start, end } = encoded ?? parseDate(text).date;
  return { text, isEncoded, edtf, start, end };
}

/** Whether a printed date names the days of an encoded one, and perhaps more. */
function tells(printed: Read, encoded: Read): boolean {
  if (printed.isEncoded || !encoded.isEncoded) return false;
  if (!printed.start || !printed.end || !encoded.start || !encoded.end) return false;
  return (
    compareDays(printed.start, encoded.start) <= 0 && compareDays(encoded.end, printed.end) <= 0
  );
}
