import { numbersOf } from './calendar.ts';
import { readEdtf } from './edtf.ts';
import { type Span, shapeOf } from './edtf-span.ts';
import { formatYearNumber, nameSpan, nameSpans } from './print.ts';

/** How a day, a month or a year is written: `[1962, 10, 16]`, `[1962, 10]` or `[1962]` in words. */
export type SayParts = (parts: readonly number[]) => string;

/**
 * An EDTF text in words, each date with its doubt: `1949/1951~` as "1949–ca. 1951", `156X` as "1560s".
 * @returns null where the text isn't EDTF
 */
export function edtfInWords(edtf: string, say: SayParts): string | null {
  const whole = readEdtf(edtf);
  if (!whole) return null;
  const ends = edtf.split('/');
  if (ends.length === 2) return intervalInWords(ends, say);
  if (whole.precision === 'set') {
    return nameSpans(whole.members, edtf.startsWith('[') ? 'or' : 'and');
  }
  return dateInWords(edtf, say);
}

function intervalInWords(ends: readonly string[], say: SayParts): string {
  const [from, to] = ends.map((end) => (/^(?:\.\.)?$/.test(end) ? null : dateInWords(end, say)));
  if (!from) return `until ${to}`;
  if (!to) return `from ${from}`;
  const areYears = [from, to].every((end) => !end.includes(' ') || /^ca\. \S+$/.test(end));
  return areYears ? `${from}–${to}` : `${from} to ${to}`;
}

const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

function dateInWords(edtf: string, say: SayParts): string {
  const reading = readEdtf(edtf);
  if (!reading) return edtf;
  const [, year = '', season] = /^(-?\d{4})[~?%]?-[~?%]?(2[1-4])/.exec(edtf) ?? [];
  const words = season
    ? `${SEASONS[Number(season) - 21]} ${formatYearNumber(Number(year))}`
    : spanInWords(reading, say);
  return `${reading.approximate ? 'ca. ' : ''}${words}${reading.uncertain ? '?' : ''}`;
}

const LENGTHS: Partial<Record<string, number>> = { day: 3, month: 2, year: 1 };

function spanInWords(span: Span, say: SayParts): string {
  const length = LENGTHS[shapeOf(span)];
  const from = span.start && numbersOf(span.start);
  const to = span.end && numbersOf(span.end);
  if (!from || !to || from.year <= 0) return nameSpan(span);
  if (length) return say([from.year, from.month, from.day].slice(0, length));
  if (shapeOf(span) === 'decade') return nameSpan(span);
  const isOfYears = from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31;
  return isOfYears ? `${from.year}–${to.year}` : nameSpan(span);
}
