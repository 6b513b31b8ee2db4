import { readEdtf } from './edtf.ts';
import type { HistoricalDate } from './historical-date.ts';
import { formatDay, formatSpan, nameSpan, nameSpans } from './print.ts';
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

/**
 * A date in a few words, for a label: a day, month or year by its name, `about 1950`, in brackets where
 * the archive supplied it; any other as printed. Undefined where it is unknown.
 */
export function nameDate(date: HistoricalDate): string | undefined {
  const { precision, approximate, uncertain, inferred, text } = date;
  if (precision === 'unknown') return undefined;
  if (!NAMED.has(precision)) return text || formatSpan(date);
  const named = `${approximate ? 'about ' : uncertain ? 'perhaps ' : ''}${nameSpan(date)}`;
  return inferred ? `[${named}]` : named;
}

const NAMED: ReadonlySet<HistoricalDate['precision']> = new Set(['day', 'month', 'year']);

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
