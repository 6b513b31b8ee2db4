import { readEdtf } from './edtf.ts';
import type { HistoricalDate } from './historical-date.ts';
import { type Form, oneOf, readForm } from './printed/forms.ts';
import { takeMarks } from './printed/marks.ts';
import { toSigns } from './printed/signs.ts';
import { qualify } from './qualify.ts';

/** What a printed date says, in EDTF without qualifiers; perhaps a day that isn't in the calendar. */
export type PrintedDate = Pick<HistoricalDate, 'approximate' | 'uncertain' | 'inferred'> & {
  edtf: string;
};

/** A date without the text it was read from. */
export type Reading = Omit<HistoricalDate, 'text'>;

/** Longer text is prose, whatever dates are in it. */
const LONGEST = 200;

/** Reads a date as printed; null where no form fits. */
export function readPrinted(text: string): PrintedDate | null {
  return text.length > LONGEST ? null : (readWhole(text) ?? readDateline(text));
}

function readWhole(text: string): PrintedDate | null {
  const { signs, corrected, ...marks } = takeMarks(toSigns(text));
  const form = corrected ? readCorrection(signs, corrected) : readForm(signs);
  return (
    form && { ...marks, edtf: form.edtf, uncertain: marks.uncertain || form.uncertain === true }
  );
}

/** `17 June, 1918 [1919]`: the document and the archive disagree, and either may be right. */
function readCorrection(...readings: string[]): Form | null {
  const dates = readings.map((signs) => readForm(signs)?.edtf ?? null);
  return dates.every((date) => date && ONE_DATE.test(date)) ? oneOf(dates) : null;
}

const ONE_DATE = /^-?[\dX]{4}(?:-\d\d){0,2}$/;
const ONE_DAY = /^-?\d{4}-\d\d-\d\d$/;

/** `Nicaragua, November 22, 1897`: places, then a day, and no other date among the places. */
function readDateline(text: string): PrintedDate | null {
  for (const { index } of text.matchAll(/,\s/g)) {
    const place = text.slice(0, index);
    if (!/^[\p{Lu}\d]/u.test(place) || !IS_PLACE.test(toSigns(place))) return null;
    const date = readWhole(text.slice(index + 1));
    if (date && ONE_DAY.test(date.edtf)) return date;
  }
  return null;
}

/** In signs: words and house numbers, nothing of a date. */
const IS_PLACE = /^(?!.*\b(?:received|enclosed|not|week|copy)\b)[^A-Z[\]()?|&]*$/;

/** The date that a printed one is; null where the calendar has no such day, or the ends are reversed. */
export function toReading({ edtf, ...marks }: PrintedDate): Reading | null {
  const reading = readEdtf(edtf);
  if (!reading) return null;
  const { start, end, precision } = reading;
  return { ...marks, edtf: qualify(edtf, reading, marks), start, end, precision };
}

/** Reads a date in EDTF; null where the text is anything else. */
export function fromEdtf(text: string): Reading | null {
  // A time of day is left to the printed forms, which drop it.
  const reading = text.includes('T') || text.length > LONGEST ? null : readEdtf(text);
  if (!reading) return null;
  const { members: _, ...date } = reading;
  return { edtf: text, ...date, inferred: false };
}
