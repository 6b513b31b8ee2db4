import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';
import type { Day } from './historical-date.ts';

dayjs.extend(utc);

/** The numbers of a day. Year 0 is 1 BCE; months and days count from 1. */
export type DayNumbers = { year: number; month: number; day: number };

/** A year as EDTF and ISO 8601 write it: at least four digits, the sign before them. */
export const isoYear = (year: number): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;

export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/**
 * The day of these numbers in the Gregorian calendar, reckoned backwards where the calendar wasn't
 * in use yet; null where there is no such day. Nothing is ever shifted.
 */
export function dayOf({ year, month, day }: DayNumbers): Day | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? toDay(date) : null;
}

/** The day of an instant, in UTC. */
export const toDay = (instant: Date): Day => instant.toISOString().split('T', 1)[0] as Day;

export function numbersOf(day: Day): DayNumbers {
  const [, year, month, date] = /^([+-]?\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
  return { year: Number(year), month: Number(month), day: Number(date) };
}

export const addDays = (day: Day, days: number): Day =>
  toDay(calendar(day).add(days, 'day').toDate());

/** How many days lie between two days; 0 for the same day, negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

const DAY_MS = 24 * 60 * 60 * 1000;
const numberOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The last day of a month; null beyond the years that can be reckoned. */
export function lastDayOf(year: number, month: number): Day | null {
  // Not dayjs's own daysInMonth: it takes the years 0 to 99 for those of the twentieth century.
  const days = [31, 30, 29, 28].map((day) => dayOf({ year, month, day }));
  return days.find((day) => day !== null) ?? null;
}

/** A day for printing and counting. */
export const calendar = (day: Day): Dayjs => dayjs.utc(new Date(`${day}T00:00:00Z`));
