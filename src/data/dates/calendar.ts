import type { Day } from './historical-date.ts';

/** The numbers of a day. Year 0 is 1 BCE; months and days count from 1. */
export type DayNumbers = { year: number; month: number; day: number };

/** A year as EDTF and ISO 8601 write it: at least four digits, the sign before them. */
export const isoYear = (year: number): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The Gregorian calendar repeats itself. JavaScript's own ends 271,821 years BCE; this one goes on. */
const CYCLE = { years: 400, days: 146_097 };
const cyclesTo = (year: number): number => Math.floor((year - 2000) / CYCLE.years);

/** Beyond it, a day could no longer be told from the next by its number. */
const FURTHEST_YEAR = 10 ** 11;

/**
 * The day of these numbers in the Gregorian calendar, reckoned backwards where the calendar wasn't
 * in use yet; null if there is no such day. Nothing is ever shifted.
 */
export function dayOf({ year, month, day }: DayNumbers): Day | null {
  if (!(Math.abs(year) <= FURTHEST_YEAR)) return null;
  const date = new Date(0);
  date.setUTCFullYear(year - cyclesTo(year) * CYCLE.years, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? `${expandedYear(year)}-${twoDigits(month)}-${twoDigits(day)}` : null;
}

/** A year as ECMAScript's days have it: four digits, or a sign and at least six. */
const expandedYear = (year: number): string =>
  year >= 0 && year <= 9999
    ? isoYear(year)
    : `${year < 0 ? '-' : '+'}${String(Math.abs(year)).padStart(6, '0')}`;

/** The day of an instant, in UTC. */
export const toDay = (instant: Date): Day => instant.toISOString().split('T', 1)[0] as Day;

export function numbersOf(day: Day): DayNumbers {
  const [, year, month, date] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return { year: Number(year), month: Number(month), day: Number(date) };
}

export const addDays = (day: Day, days: number): Day => dayNumbered(numberOfDay(day) + days);

/** How many days lie between two days; 0 for the same day, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days from 1 January 1970. */
function numberOfDay(day: Day): number {
  const near = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (!Number.isNaN(near)) return near;
  const { year, month, day: date } = numbersOf(day);
  const cycles = cyclesTo(year);
  return Date.UTC(year - cycles * CYCLE.years, month - 1, date) / DAY_MS + cycles * CYCLE.days;
}

function dayNumbered(number: number): Day {
  const cycles = Math.floor(number / CYCLE.days);
  const date = new Date((number - cycles * CYCLE.days) * DAY_MS);
  const year = date.getUTCFullYear() + cycles * CYCLE.years;
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return `${expandedYear(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The last day of a month; null beyond the years that can be reckoned. */
export function lastDayOf(year: number, month: number): Day | null {
  const days = [31, 30, 29, 28].map((day) => dayOf({ year, month, day }));
  return days.find((day) => day !== null) ?? null;
}
