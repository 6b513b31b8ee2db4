import { compareDays } from '../../dates/compare.ts';
import { contradict, readEncoded, withoutTime } from '../../dates/encoded.ts';
import { parseDate } from '../../dates/parse.ts';

/** The year in which catalogues let end what hasn't ended. */
const NO_END = '9999';

/**
 * A coded date of a catalogue in EDTF: basic and extended forms of ISO 8601, EDTF as it is and as its
 * drafts had it (`19uu`, `open`), and MARC's years (`uuuu` for one that isn't known).
 * @returns undefined for what can't be read, or says nothing
 * @see https://www.loc.gov/standards/mods/userguide/generalapp.html#encoding
 * @see https://www.loc.gov/standards/datetime/
 */
export function fromCoded(text: string): string | undefined {
  const [one = '', other] = text.trim().split('/').map(codedEnd);
  return other === undefined ? readable(one) : rangeOf(one, other);
}

/** Everything from one coded date to another, either of which may not be known. */
export function rangeOf(from: string, to: string): string | undefined {
  const [start, end] = [codedEnd(from), codedEnd(to)];
  return start === end ? readable(start) : readable(`${start}/${end}`);
}

/** One of the years from one to another. */
export function oneBetween(from: string, to: string): string | undefined {
  const [start, end] = [codedEnd(from), codedEnd(to)];
  return start === end ? readable(start) : readable(`[${start}..${end}]`);
}

/**
 * A coded date where it says what the printed one doesn't; undefined where that alone is to count. A
 * year's code stands beside `October 22, 1946`, or `[1962?]`: then the printed form says more.
 * @param isCoarse whether the code has years alone, so that any printed form says it as well
 */
export function codedBeside(
  printed: string,
  coded: string | undefined,
  isCoarse: boolean,
): string | undefined {
  const code = coded && readEncoded(coded);
  const { date } = parseDate(printed);
  if (!code || date.precision === 'unknown' || contradict(code, date)) return coded;
  if (code.start === date.start && code.end === date.end) return coded;
  return isCoarse || isWithin(date, code) ? undefined : coded;
}

type Span = { start: string | null; end: string | null };

const isWithin = (inner: Span, outer: Span): boolean =>
  (!outer.start || (inner.start !== null && compareDays(outer.start, inner.start) <= 0)) &&
  (!outer.end || (inner.end !== null && compareDays(inner.end, outer.end) <= 0));

const readable = (edtf: string): string | undefined => readEncoded(edtf)?.edtf ?? undefined;

/** A date, `..` where there is no end, and an empty text where it isn't known. */
function codedEnd(text: string): string {
  const date = withoutTime(text.replace(/^(\d{8})T.*$/, '$1')).replace(/^unknown$/i, '');
  if (date === NO_END || /^open$/i.test(date)) return '..';
  // A year that is cut short is none: in EDTF, 19 would be a century.
  if (/^[u|#\s]*$/i.test(date) || /^\d{1,3}$/.test(date)) return '';
  const dashed = date.replace(/^(\d{4})(\d\d)(\d\d)?$/, (_, year, month, day) =>
    [year, month, day].filter(Boolean).join('-'),
  );
  return dashed
    .replaceAll(/(?<=^-?[\dux-]*)[ux]/g, 'X')
    .replace(/^(\d[\dX]{3}(?:-\d\d)?)(?:-XX)+$/, '$1');
}
