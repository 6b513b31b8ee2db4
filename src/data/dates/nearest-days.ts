import type { DayOfYear } from './anniversary.ts';

/** A day of the year as a number that orders it: month · 100 + day. */
export const keyOf = ({ month, day }: DayOfYear): number => month * 100 + day;

export const dayOfKey = (key: number): DayOfYear => ({
  month: Math.floor(key / 100),
  day: key % 100,
});

/** The nearest of some days, each as a number, before and after another one, round the turn of the year. */
export function nearestDays(
  days: Iterable<number>,
  asked: DayOfYear,
): { before: number | undefined; after: number | undefined } {
  const own = keyOf(asked);
  const keys = [...days].filter((other) => other !== own).sort((a, b) => a - b);
  return {
    before: keys.findLast((other) => other < own) ?? keys.at(-1),
    after: keys.find((other) => other > own) ?? keys[0],
  };
}
