import { numbersOf } from '../dates/calendar.ts';
import { formatPeriod } from '../dates/format.ts';
import { formatEdtf } from '../dates/format-edtf.ts';
import type { HistoricalDate } from '../dates/historical-date.ts';
import { isUndated } from '../dates/undated.ts';
import type { DateForm } from './styles.ts';

/** A date as CSL has it. @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#date-fields */
export type CslDate = { 'date-parts': number[][] } | { literal: string };

const PARTS: Partial<Record<HistoricalDate['precision'], number>> = { day: 3, month: 2, year: 1 };

/**
 * A date as precise and as doubtful as the record has it: "ca." where it is approximate, in brackets
 * where the archive supplied it, with a question mark where it is uncertain; undefined for none. What
 * isn't a day, month or year is cited as printed, EDTF in words.
 * @see The Chicago Manual of Style, 17th edition, 14.145 (no, uncertain and approximate dates)
 */
export function citedDate(date: HistoricalDate, form: DateForm): CslDate | undefined {
  const printed = date.text.trim();
  const parts = partsOf(date);
  const isPlain = !(date.approximate || date.uncertain || date.inferred);
  if (parts) {
    const keepsAll = !form.dropsDays || parts.length === 1;
    return isPlain && keepsAll
      ? { 'date-parts': [parts] }
      : { literal: qualified(form.formatParts(parts), date) };
  }
  const years = isPlain ? yearsOf(date) : undefined;
  if (years) return { 'date-parts': years };
  if (printed) {
    const words = formatEdtf(printed, form.formatParts) ?? printed;
    return isUndated(printed) ? undefined : { literal: date.inferred ? inBrackets(words) : words };
  }
  return date.precision === 'unknown'
    ? undefined
    : { literal: qualified(formatPeriod(date), date) };
}

/** Year, month and day as far as the date goes; CSL's years before our era are none of ours. */
export function partsOf({ precision, start }: HistoricalDate): number[] | undefined {
  const length = PARTS[precision];
  if (!length || !start) return undefined;
  const { year, month, day } = numbersOf(start);
  return year > 0 ? [year, month, day].slice(0, length) : undefined;
}

/** The years of an interval of whole years. */
function yearsOf({ precision, edtf }: HistoricalDate): number[][] | undefined {
  const [, from, to] = (precision === 'interval' && /^(\d{4})\/(\d{4})$/.exec(edtf ?? '')) || [];
  return from && to ? [[Number(from)], [Number(to)]] : undefined;
}

/** As the archive supplied it; printed forms often have the brackets. */
const inBrackets = (words: string): string => (/[[(]/.test(words) ? words : `[${words}]`);

function qualified(words: string, { approximate, uncertain, inferred }: HistoricalDate): string {
  const about = `${approximate ? 'ca. ' : ''}${words}${uncertain ? '?' : ''}`;
  return uncertain || inferred ? `[${about}]` : about;
}
