import { numbersOf } from './calendar.ts';
import { readEdtf } from './edtf.ts';
import type { HistoricalDate } from './historical-date.ts';
import { formatDay, formatSpan, formatYearNumber, nameSpan, nameSpans } from './print.ts';
import { isUndated } from './undated.ts';

/**
 * A date as printed, with its certainty in words where it isn't a certain day: `16 October 1962`,
 * `October 1962 (some day in the month)`, `[1944?] (year, supplied by the archive, uncertain)`. Of
 * figures that some read otherwise it says how they were read: `5/6/63 (5 June 1963)`.
 */
export function describeDate(date: HistoricalDate): string {
  const { text, precision } = date;
  if (precision !== 'unknown') {
    const words = [describeFigures(date), describeCertainty(date)].filter(Boolean).join(', ');
    return words ? `${text} (${words})` : text;
  }
  if (text === '' || /undated/i.test(text)) return text || 'undated';
  return `${text} (${isUndated(text) ? 'undated' : 'not understood as a date'})`;
}

/**
 * A date as a list shows it: as printed; with the day that it was read as where its figures could be
 * another, `5/6/63 (5 June 1963)`; `undated` where nothing is printed.
 */
export function showDate(date: HistoricalDate): string {
  const reading = describeFigures(date);
  return reading ? `${date.text} (${reading})` : date.text || 'undated';
}

/** The day that three numbers in a row were read as; empty for any other date. */
const describeFigures = ({ text, precision, start }: HistoricalDate): string =>
  precision === 'day' && start && FIGURES.test(text) ? formatDay(start) : '';

const FIGURES = /(?<!\d)\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?(?:\d{4}|\d\d)(?!\d)/;

/** How sure a date is, in words; empty for a certain day. */
function describeCertainty(date: HistoricalDate): string {
  const words = [
    describePrecision(date),
    date.inferred && 'supplied by the archive',
    date.uncertain && !isChoice(date) && 'uncertain',
  ];
  return words.filter(Boolean).join(', ');
}

function describePrecision(date: HistoricalDate): string {
  const { precision, approximate, uncertain, inferred } = date;
  if (precision === 'set') return describeMembers(date);
  if (approximate) return `about that ${precision}`;
  if (precision === 'day') return '';
  return uncertain || inferred || precision === 'interval'
    ? precision
    : `some day in the ${precision}`;
}

/** The dates of a set: `4 and 6 November 1863`, or `6 or 8 November 1919` where it is one of them. */
export function describeMembers(date: HistoricalDate): string {
  const members = (date.edtf && readEdtf(date.edtf)?.members) || [date];
  return nameSpans(members, isChoice(date) ? 'or' : 'and');
}

/** Whether a set means one of its dates, not all of them. */
export const isChoice = ({ edtf }: HistoricalDate): boolean => edtf?.startsWith('[') ?? false;

/**
 * What a date was understood as: its name, or the text where it has none, and the days it reaches
 * over. `October 1962: 1 to 31 October 1962`, `before 1950: up to 31 December 1949`.
 */
export function describeSpan(date: HistoricalDate): string {
  if (date.precision === 'unknown') return 'undated';
  const days = formatSpan(date);
  const named = nameSpan(date);
  const doubt = date.approximate ? 'about ' : date.uncertain ? 'perhaps ' : '';
  if (date.precision === 'day') return `${doubt}${days}`;
  const units = doubt ? ['month', 'year'] : ['month', 'year', 'decade'];
  const hasName = units.includes(date.precision) && named !== days;
  return `${hasName ? `${doubt}${named}` : date.text}: ${days}`;
}

/** The year or years of a date, for a label: `1962`, `1949–1951`, `–1949`; null when unknown. */
export function formatYear(date: HistoricalDate): string | null {
  const [first, last] = [date.start, date.end].map((day) =>
    day ? formatYearNumber(numbersOf(day).year) : '',
  );
  if (!first && !last) return null;
  // A winter reaches into the years beside the one it is named after.
  const [season] = (date.precision === 'season' && /\d{4}(?=-2\d$)/.exec(date.edtf ?? '')) || [];
  return season ?? (first === last ? `${first}` : `${first}–${last}`);
}
