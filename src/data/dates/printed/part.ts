import { type DayNumbers, isoYear, twoDigits } from '../calendar.ts';

/** One date among those that a printed form joins; what it leaves out, another may say. */
export type Part = { [name in keyof DayNumbers]?: number | undefined };

/** In which order year (Y), month (M) and day (N) are printed, whole dates and parts of them. */
const ORDERS = new Set(['Y', 'MY', 'YM', 'MNY', 'NMY', 'YMN', 'M', 'N', 'MN', 'NM', 'NY']);

/** Reads tokens as one date or part of one; null if they aren't one. */
export function readPart(tokens: string): Part | null {
  const part: Part = {};
  let order = '';
  for (const token of tokens.split(' ')) {
    const [, kind = '', number] = /^([YM]?)(-?\d+)$/.exec(token) ?? [];
    if (number === undefined) return null;
    order += kind || 'N';
    if (kind === 'Y') part.year = Number(number);
    else if (kind === 'M') part.month = Number(number);
    else part.day = Number(number);
  }
  return ORDERS.has(order) ? part : null;
}

/** Tokens that name more or less than a date of year, month and day, as EDTF. */
export function readPeriod(tokens: string): string | null {
  const [years, decade, sign = '', century = ''] =
    /(?<!\S)(?:D(\d{3})|C(-?)(\d\d))(?!\S)/.exec(tokens) ?? [];
  if (years) {
    return withinYears(sign + (decade ?? century).padEnd(4, 'X'), tokens.replace(years, 'Y0'));
  }
  const [, before, season, after] = /^(?:Y(-?\d+) )?S(\d+)(?: Y(-?\d+))?$/.exec(tokens) ?? [];
  const year = before ?? after;
  return season && year && !(before && after) ? `${isoYear(Number(year))}-${season}` : null;
}

/**
 * `July 4, 187-`: the day is known, and not the year.
 * @param date the rest of it, in the year 0
 */
function withinYears(years: string, date: string): string | null {
  const part = readPart(date);
  return part && (edtfOf(part)?.replace(/^0000/, years) ?? null);
}

/** The EDTF of a date; null if it doesn't say the year, or a day without its month. */
export function edtfOf({ year, month, day }: Part): string | null {
  if (year === undefined || (day !== undefined && month === undefined)) return null;
  return [isoYear(year), ...[month, day].filter((n) => n !== undefined).map(twoDigits)].join('-');
}

/**
 * Lends each part what it leaves out: the year of the one that follows (`May 20–June 1, 1864`) or
 * else precedes, and to a bare day the month of the one that precedes or else follows.
 */
export function complete(parts: readonly Part[]): Part[] {
  const years = parts.map(({ year }) => year);
  const months = parts.map(({ month }) => month);
  return parts.map(({ month, day }, place) => ({
    year: after(years, place) ?? before(years, place),
    month: day === undefined ? month : (before(months, place) ?? after(months, place)),
    day,
  }));
}

type Numbers = readonly (number | undefined)[];
const isThere = (number: number | undefined) => number !== undefined;
const before = (numbers: Numbers, place: number) => numbers.slice(0, place + 1).findLast(isThere);
const after = (numbers: Numbers, place: number) => numbers.slice(place).find(isThere);
