import { dateWords } from '../../wording/dates.ts';
import { readEdtf } from './edtf.ts';
import { formatDay, formatMembers, formatPeriod, formatSpan } from './format.ts';
import { type FormatParts, formatEdtf } from './format-edtf.ts';
import type { HistoricalDate } from './historical-date.ts';
import { isUndated } from './undated.ts';

/**
 * A date as printed, with its certainty in words where it isn't a certain day: `16 October 1962`,
 * `October 1962 (some day in the month)`, `[1944?] (year, supplied by the archive, uncertain)`. Of
 * figures that some read otherwise it says how they were read: `5/6/63 (5 June 1963)`. What stands in
 * EDTF alone is said in words, which have its doubt: `ca. June 2004`.
 */
export function describeDate(date: HistoricalDate): string {
  const { text, precision } = date;
  const said = formatNotation(date);
  if (said) {
    const words = isRough(date)
      ? describeCertainty(date)
      : date.inferred && dateWords.certainty.supplied;
    return words ? `${said} (${words})` : said;
  }
  if (precision !== 'unknown') {
    const words = [formatFigures(date), describeCertainty(date)].filter(Boolean).join(', ');
    return words ? `${text} (${words})` : text;
  }
  if (text === '' || /undated/i.test(text)) return text || dateWords.undated;
  return `${text} (${isUndated(text) ? dateWords.undated : dateWords.notUnderstood})`;
}

/** EDTF's notation: anything but a plain year or day, which people write so themselves. */
const NOTATION = /[~?%XYS/]|\.\.|^[[{-]|^\d{4}-\d\d$/;

/** A date in words whose text is EDTF, which readers needn't know; undefined for any other. */
function formatNotation(
  { text, edtf }: HistoricalDate,
  formatParts?: FormatParts,
): string | undefined {
  const words = text === edtf && NOTATION.test(text) ? formatEdtf(text, formatParts) : null;
  return words === null || words === text ? undefined : words;
}

/** Whether a date is a plain unit of the calendar, of which some day is meant. */
const isRough = ({ precision, approximate, uncertain }: HistoricalDate): boolean =>
  !approximate && !uncertain && ['month', 'year', 'decade', 'century'].includes(precision);

/**
 * A date as a list shows it: as printed; with the day that it was read as where its figures could be
 * another, `5/6/63 (5 June 1963)`; EDTF in words; `undated` where nothing is printed.
 * @param formatParts how the days of EDTF are written, where it isn't `16 October 1962`
 */
export function formatDate(date: HistoricalDate, formatParts?: FormatParts): string {
  const said = formatNotation(date, formatParts);
  if (said) return said;
  const reading = formatFigures(date);
  return reading ? `${date.text} (${reading})` : date.text || dateWords.undated;
}

/**
 * A date in a few words, for a label: a day, month or year by its name, `about 1950`, in brackets where
 * the archive supplied it; any other as printed. Undefined if it is unknown.
 */
export function formatDateLabel(date: HistoricalDate): string | undefined {
  const { precision, approximate, uncertain, inferred, text } = date;
  if (precision === 'unknown') return undefined;
  if (!NAMED.has(precision)) return formatNotation(date) ?? (text || formatSpan(date));
  const named = formatDoubt(formatPeriod(date), { approximate, uncertain });
  return inferred ? `[${named}]` : named;
}

/** What is named, "about" or "perhaps". */
function formatDoubt(
  named: string,
  { approximate, uncertain }: Pick<HistoricalDate, 'approximate' | 'uncertain'>,
): string {
  if (approximate) return dateWords.about(named);
  return uncertain ? dateWords.perhaps(named) : named;
}

const NAMED: ReadonlySet<HistoricalDate['precision']> = new Set(['day', 'month', 'year']);

/** The day that three numbers in a row were read as; empty for any other date. */
const formatFigures = ({ text, precision, start }: HistoricalDate): string =>
  precision === 'day' && start && FIGURES.test(text) ? formatDay(start) : '';

const FIGURES = /(?<!\d)\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?(?:\d{4}|\d\d)(?!\d)/;

/** How sure a date is, in words; empty for a certain day. */
function describeCertainty(date: HistoricalDate): string {
  const words = [
    describePrecision(date),
    date.inferred && dateWords.certainty.supplied,
    date.uncertain && !isChoice(date) && dateWords.certainty.uncertain,
  ];
  return words.filter(Boolean).join(', ');
}

function describePrecision(date: HistoricalDate): string {
  const { precision, approximate, uncertain, inferred } = date;
  if (precision === 'set') return formatSet(date);
  if (approximate) return dateWords.certainty.aboutThat(precision);
  if (precision === 'day') return '';
  return uncertain || inferred || precision === 'interval'
    ? dateWords.certainty.precision(precision)
    : dateWords.certainty.someDayIn(precision);
}

/** The dates of a set: `4 and 6 November 1863`, or `6 or 8 November 1919` where it is one of them. */
export function formatSet(date: HistoricalDate): string {
  const members = (date.edtf && readEdtf(date.edtf)?.members) || [date];
  return formatMembers(members, date, isChoice(date) ? 'or' : 'and');
}

/** Whether a set means one of its dates, not all of them. */
export const isChoice = ({ edtf }: HistoricalDate): boolean => edtf?.startsWith('[') ?? false;

/**
 * What a date was understood as: its name, or the text where it has none, and the days it reaches
 * over. `October 1962: 1 to 31 October 1962`, `before 1950: up to 31 December 1949`.
 */
export function describeSpan(date: HistoricalDate): string {
  if (date.precision === 'unknown') return dateWords.undated;
  const days = formatSpan(date);
  const named = formatPeriod(date);
  if (date.precision === 'day') return formatDoubt(days, date);
  const isDoubtful = date.approximate || date.uncertain;
  const units = isDoubtful ? ['month', 'year'] : ['month', 'year', 'decade'];
  const hasName = units.includes(date.precision) && named !== days;
  return `${hasName ? formatDoubt(named, date) : date.text}: ${days}`;
}
