import type { Day } from '../dates/historical-date.ts';
import type { Coverage } from './coverage.ts';
import type { Document } from './document.ts';

/** What was asked for, ends included; what is left out is open. */
type GapQuery = { collection?: string | undefined; from?: Day | undefined; to?: Day | undefined };

/** The first and the last year of each collection that has one, by its name. */
export type CollectionYears = ReadonlyMap<string, { first: number; last: number }>;

/** What is missing from a collection may be somewhat older or younger than what is held. */
const YEARS_AROUND = 10;

/** The collections that aren't held whole and may lack what was asked for. */
export function gapsThatMatter(
  coverage: readonly Coverage[],
  years: CollectionYears,
  { collection, from, to }: GapQuery,
): Coverage[] {
  const asked = collection?.trim().toLowerCase();
  return coverage.filter((one) => {
    if (one.held >= one.listed) return false;
    if (asked !== undefined && one.collection.toLowerCase() !== asked) return false;
    const held = years.get(one.collection);
    if (!held) return true;
    return (
      (!to || yearOf(to) >= held.first - YEARS_AROUND) &&
      (!from || yearOf(from) <= held.last + YEARS_AROUND)
    );
  });
}

/** The years that the documents of each collection are from. */
export function collectionYears(documents: readonly Document[]): CollectionYears {
  const years = new Map<string, { first: number; last: number }>();
  for (const { collection, date } of documents) {
    for (const day of [date.start, date.end]) {
      if (!day) continue;
      const year = yearOf(day);
      const held = years.get(collection);
      if (!held) years.set(collection, { first: year, last: year });
      else {
        held.first = Math.min(held.first, year);
        held.last = Math.max(held.last, year);
      }
    }
  }
  return years;
}

const yearOf = (day: Day): number => Number(day.slice(0, -6));
