import { readEdtf } from './edtf.ts';
import type { HistoricalDate } from './historical-date.ts';
import { monthNumber } from './months.ts';
import { type Form, oneOf, readForm } from './printed/forms.ts';
import { takeMarks } from './printed/marks.ts';
import { edtfOf } from './printed/part.ts';
import { toTokens } from './printed/tokens.ts';
import { isProse } from './prose.ts';
import { qualify } from './qualify.ts';

/** What a printed date says, in EDTF without qualifiers; perhaps a day that isn't in the calendar. */
export type PrintedDate = Pick<HistoricalDate, 'approximate' | 'uncertain' | 'inferred'> & {
  edtf: string;
};

/** A date without the text it was read from. */
export type Reading = Omit<HistoricalDate, 'text'>;

/** Reads a date as printed; null if no form fits. */
export function readPrinted(text: string): PrintedDate | null {
  return isProse(text) ? null : (readPlain(text) ?? readWhole(text) ?? readDateline(text));
}

const ENGLISH_DAY = /^(?:(\d{1,2}) )?(\p{L}{3,9})(?: (\d{1,2}),)? (\d{4})$/u;

/** `October 16, 1962`, `16 October 1962`, `October 1962`: most dates, and a hundred times as fast. */
function readPlain(text: string): PrintedDate | null {
  const [, before, name = '', after, year] = ENGLISH_DAY.exec(text) ?? [];
  const month = monthNumber(name.toLowerCase());
  if (month === 0 || (before && after)) return null;
  const day = before ?? after;
  const edtf = edtfOf({ year: Number(year), month, day: day === undefined ? day : Number(day) });
  return edtf === null ? null : { edtf, approximate: false, uncertain: false, inferred: false };
}

function readWhole(text: string): PrintedDate | null {
  const { tokens, corrected, ...marks } = takeMarks(toTokens(text));
  const form = corrected ? readCorrection(tokens, corrected) : readForm(tokens);
  return (
    form && { ...marks, edtf: form.edtf, uncertain: marks.uncertain || form.uncertain === true }
  );
}

/** `17 June, 1918 [1919]`: the document and the archive disagree, and either may be right. */
function readCorrection(...readings: string[]): Form | null {
  const dates = readings.map((tokens) => readForm(tokens)?.edtf ?? null);
  return dates.every((date) => date && ONE_DATE.test(date)) ? oneOf(dates) : null;
}

const ONE_DATE = /^-?[\dX]{4}(?:-\d\d){0,2}$/;
const ONE_DAY = /^-?\d{4}-\d\d-\d\d$/;

/** `Nicaragua, November 22, 1897`, `November 22, 1897, Managua`: no other date among the places. */
function readDateline(text: string): PrintedDate | null {
  for (const { index } of text.matchAll(/,\s/g)) {
    const [before, after] = [text.slice(0, index), text.slice(index + 1).trim()];
    const [place, printed] = isPlace(before) ? [before, after] : [after, before];
    const date = isPlace(place) ? readWhole(printed) : null;
    // A house number stands before a whole day; "Januarg 30, 1901" is a misprint.
    if (date && (ONE_DAY.test(date.edtf) || !/\d/.test(place))) return date;
  }
  return null;
}

/** Words with a capital, and house numbers where no date is spelt out; nothing of a date in tokens. */
const isPlace = (text: string): boolean =>
  /^[\p{Lu}\d]/u.test(text) &&
  /\p{Lu}/u.test(text) &&
  !/[[\]()]|\b(?:received|enclosed|not|week|copy)\b/i.test(text) &&
  /^[^A-Z?|&]*$/.test(toTokens(text));

/** The date that a printed one is; null if the calendar has no such day, or the ends are reversed. */
export function toReading({ edtf, ...marks }: PrintedDate): Reading | null {
  const reading = readEdtf(edtf);
  if (!reading) return null;
  const { start, end, precision } = reading;
  return { ...marks, edtf: qualify(edtf, reading, marks), start, end, precision };
}

/** Reads a date in EDTF; null if the text is anything else. */
export function fromEdtf(text: string): Reading | null {
  // A time of day is left to the printed forms, which drop it.
  const reading = text.includes('T') || isProse(text) ? null : readEdtf(text);
  if (!reading) return null;
  const { members: _, ...date } = reading;
  // "[1962,1964]" is one of its dates.
  const uncertain = date.uncertain || text.startsWith('[');
  return { edtf: text, ...date, uncertain, inferred: false };
}
