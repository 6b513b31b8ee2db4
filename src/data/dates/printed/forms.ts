import { addDays, numbersOf } from '../calendar.ts';
import { readEdtf } from '../edtf.ts';
import { isDualDating } from './dual-dating.ts';
import { complete, edtfOf, type Part, readPart, readPeriod } from './part.ts';

/** A printed form as EDTF; `uncertain` where the form itself, not a mark on it, leaves a doubt. */
export type Form = { edtf: string; uncertain?: boolean };

/**
 * Reads the tokens of a printed date, its marks of certainty taken off; null if no form fits. The
 * days aren't checked: what the form says may not be in the calendar.
 */
export function readForm(tokens: string): Form | null {
  const date = readDate(tokens);
  if (date) return { edtf: date };
  return (
    readBound(tokens) ??
    readDualYear(tokens) ??
    readDualDating(tokens) ??
    readRange(tokens) ??
    readOpenRange(tokens) ??
    readList(tokens)
  );
}

const readDate = (tokens: string): string | null =>
  readPeriod(tokens) ?? edtfOf(readPart(tokens) ?? {});

/** `before 1950` and `after 1950`, without the year itself; `until 1950`, `since 1950`, `1950-`. */
function readBound(tokens: string): Form | null {
  const open = tokens.replace(/^(?:SINCE )?(.+) -$/, 'SINCE $1').replace(/^(.+) DOWN$/, 'UNTIL $1');
  const [, bound, rest = ''] = /^(BEFORE|AFTER|UNTIL|SINCE) (.+)$/.exec(open) ?? [];
  const date = readDate(rest);
  if (!bound || !date) return null;
  if (bound === 'UNTIL') return { edtf: `../${edge(date, 'end')}` };
  if (bound === 'SINCE') return { edtf: `${edge(date, 'start')}/..` };
  const { start, end } = readEdtf(date) ?? {};
  if (!start || !end) return { edtf: date };
  if (bound === 'BEFORE') return { edtf: `../${edtfOf(numbersOf(addDays(start, -1)))}` };
  return { edtf: `${edtfOf(numbersOf(addDays(end, 1)))}/..` };
}

/** A date as the end of an interval, where EDTF has no place for a season: its month stands there. */
function edge(edtf: string, side: 'start' | 'end'): string {
  const isSeason = /^-?\d{4}-2\d$/.test(edtf);
  return (isSeason && readEdtf(edtf)?.[side]?.slice(0, -3)) || edtf;
}

/** `1949-1951`, `between 4 and 6 May 1949`, `May 20–June 1, 1864`, `1940s-1950s`. */
function readRange(tokens: string): Form | null {
  const winter = /^S24 Y(\d{4}) [-/] Y(\d{4})$/.exec(tokens);
  if (winter) return { edtf: `${winter[1]}-12/${winter[2]}-02` };
  const ends = tokens
    .replace(/^(S\d+) ([-/]) (S\d+ (Y\d+))$/, '$1 $4 $2 $3')
    .replace(/^BETWEEN ([^&]+) & ([^&]+)$/, '$1 - $2')
    .replace(/^(?:SINCE|BETWEEN) /, '')
    .split(/ (?:-|\/|UNTIL) /);
  if (ends.length !== 2) return null;
  if (!ends.some(readPeriod)) return readInterval(ends);
  const [from, to] = ends.map(readDate);
  return from && to ? join([edge(from, 'start'), edge(to, 'end')], ['', '/', '']) : null;
}

/** `5/6/1963-7/8/1963`: from the first to the last day that its figures can mean. */
function readOpenRange(tokens: string): Form | null {
  if (!tokens.includes(' | ')) return null;
  const ends = tokens.split(' - ').map((end) => end.split(' | ').map(readDate).sort());
  const [from, to] = [ends[0]?.[0], ends[1]?.at(-1)];
  if (ends.length !== 2 || ends.flat().includes(null) || !from || !to) return null;
  return { edtf: `${from}/${to}`, uncertain: true };
}

/** In England the year began on 25 March until 1751; other countries had left that before. */
const LAST_DUAL_YEAR = 1752;

/**
 * `February 11, 1731/32`: the year as the document counts it, from 25 March on, and as the historian
 * does, from 1 January. Either may be meant where a later reader takes one of them alone.
 */
function readDualYear(tokens: string): Form | null {
  const [, date, first, second] = /^(.*M[123]\b.*) Y(\d+) [-/] Y(\d+)$/.exec(tokens) ?? [];
  if (!date || Number(second) !== Number(first) + 1 || Number(second) > LAST_DUAL_YEAR) return null;
  const dates = [first, second].map((year) => readDate(`${date} Y${year}`));
  return dates.includes(null) ? null : oneOf(dates);
}

/** Greece was the last to leave the Julian calendar, in 1923. */
const LAST_DUAL_DATING = 1923;

/** `November 20 (December 2), 1897`, `8/20 April 1898`: one day in two calendars, and nothing else. */
function readDualDating(tokens: string): Form | null {
  const [, first, second, rest = ''] =
    /^(.+) \( (.+) \)(.*)$/.exec(tokens) ?? /^([^/]+) \/ ([^/]+)$/.exec(tokens) ?? [];
  const parts = [first, second && `${second}${rest}`].map((part) => part && readPart(part));
  const [one, other] = complete(parts.map((part) => part || {}));
  if (!one || !other || parts.some((part) => !part)) return null;
  if (Number(other.year) > LAST_DUAL_DATING) return null;
  const gregorian = isDualDating(one, other) ? other : isDualDating(other, one) ? one : null;
  const edtf = gregorian && edtfOf(gregorian);
  return edtf ? { edtf } : null;
}

function readInterval(ends: readonly string[]): Form | null {
  const printed = ends.map(readPart);
  const [start, end] = complete(printed.map((part) => part ?? {}));
  if (!start || !end || printed.includes(null)) return null;
  // "October [3-], 1962" has lost a figure.
  if (isBareDay(printed[0]) && end.month === undefined) return null;
  // `December 31–January 2, 1863` begins in the year before the one it names.
  if (printed[0]?.year === undefined && start.year !== undefined && isReversed(start, end)) {
    start.year -= 1;
  }
  const form = join([start, end].map(edtfOf), ['', '/', '']);
  return form && isDualDating(start, end) ? { ...form, uncertain: true } : form;
}

const isBareDay = (part: Part | null | undefined): boolean =>
  part?.day !== undefined && part.year === undefined;

const isReversed = (start: Part, end: Part): boolean =>
  start.month !== undefined && end.month !== undefined && start.month > end.month;

/** `November 4 and 6, 1863` is both days, `1962 or 1963` one of them; `1950, 1952-1954`. */
function readList(tokens: string): Form | null {
  const isChoice = tokens.includes(' | ');
  const members = tokens.split(isChoice ? ' | ' : ' & ');
  if (members.every((member) => readPeriod(member))) return readPeriods(members, isChoice);
  const printed = members.map((member) => member.split(' - ').map(readPart));
  if (printed.some((ends) => ends.length > 2 || ends.includes(null))) return null;
  const dates = complete(printed.flat().map((part) => part ?? {})).map(edtfOf);
  if (isChoice) return oneOf(dates);
  const joined = printed.map(({ length }) => intervalInSet(dates.splice(0, length)));
  return join(joined, ['{', ',', '}']);
}

/** In a set an interval has two dots: `{1950,1952..1954}`. */
const intervalInSet = (ends: readonly (string | null)[]): string | null =>
  ends.includes(null) ? null : ends.join('..');

/** Decades and centuries; seasons have no place in a set. */
function readPeriods(members: readonly string[], isChoice: boolean): Form | null {
  const periods = members.map(readPeriod);
  if (periods.some((period) => !period || /-2\d$/.test(period))) return null;
  return isChoice ? oneOf(periods) : join(periods, ['{', ',', '}']);
}

/** One of several dates, nobody knows which. */
export function oneOf(dates: readonly (string | null)[]): Form | null {
  const form = join([...dates].sort(), ['[', ',', ']']);
  return form && { ...form, uncertain: true };
}

/** Dates that are one and the same need no joining. */
function join(
  dates: readonly (string | null)[],
  [open, between, close]: [string, string, string],
): Form | null {
  const different = [...new Set(dates)];
  if (different.includes(null)) return null;
  return {
    edtf: different.length === 1 ? `${different[0]}` : open + different.join(between) + close,
  };
}
