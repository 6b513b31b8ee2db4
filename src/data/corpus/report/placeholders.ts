import type { Document } from '../document.ts';

/** A day of the year on which more documents are dated than its neighbours explain. */
export type Placeholder = {
  /** `01-01` for 1 January. */
  day: string;
  documents: number;
  /** The mean of the days within a week of it. */
  usual: number;
};

const DAYS_IN_YEAR = 366;
const AROUND = 7;
/** Fewer on one day prove nothing. */
const FEWEST = 5;
/** How many standard deviations of a Poisson count above its neighbours. */
const DEVIATIONS = 5;

/**
 * Days that were likely put where no day was known, such as 1 January: those whose count lies far
 * above that of the days around, in units of the square root that chance would give.
 */
export function likelyPlaceholders(documents: readonly Document[]): readonly Placeholder[] {
  const counts = new Map<string, number>();
  for (const { date } of documents) {
    if (date.precision !== 'day' || date.start === null) continue;
    const day = date.start.slice(-5);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts]
    .map(([day, count]) => ({ day, documents: count, usual: usualAround(day, counts) }))
    .filter(
      ({ documents: count, usual }) =>
        count >= FEWEST && count > usual + DEVIATIONS * Math.sqrt(usual + 1),
    )
    .sort((one, other) => other.documents - one.documents);
}

function usualAround(day: string, counts: ReadonlyMap<string, number>): number {
  const at = DAYS.indexOf(day);
  let sum = 0;
  for (let step = 1; step <= AROUND; step += 1) {
    for (const near of [at - step, at + step]) {
      sum += counts.get(DAYS[(near + DAYS_IN_YEAR) % DAYS_IN_YEAR] ?? '') ?? 0;
    }
  }
  return Math.round((sum / (2 * AROUND)) * 100) / 100;
}

/** The days of a leap year, `01-01` to `12-31`. */
const DAYS = Array.from({ length: DAYS_IN_YEAR }, (_, index) =>
  new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(5, 10),
);
