import type { Corpus } from './corpus.ts';
import type { Coverage } from './coverage.ts';
import { numbersOf } from './date/calendar.ts';
import type { Day } from './date/historical-date.ts';

/** What was asked for, ends included; what is left out is open. */
type Asked = { collection?: string | undefined; from?: Day | undefined; to?: Day | undefined };

/** What is missing from a collection may be somewhat older or younger than what is held. */
const YEARS_AROUND = 10;

/** The collections that aren't held whole and may lack what was asked for. */
export function gapsThatMatter(
  { coverage, documents }: Pick<Corpus, 'coverage' | 'documents'>,
  { collection, from, to }: Asked,
): Coverage[] {
  const asked = collection?.trim().toLowerCase();
  return coverage.filter((one) => {
    if (one.held >= one.listed) return false;
    if (asked !== undefined && one.collection.toLowerCase() !== asked) return false;
    if (!from && !to) return true;
    const years = documents
      .filter((document) => document.collection === one.collection)
      .flatMap(({ date: { start, end } }) => [start, end])
      .flatMap((day) => (day ? [numbersOf(day).year] : []));
    if (years.length === 0) return true;
    const [first, last] = [
      years.reduce((least, year) => Math.min(least, year)) - YEARS_AROUND,
      years.reduce((most, year) => Math.max(most, year)) + YEARS_AROUND,
    ];
    return (!to || numbersOf(to).year >= first) && (!from || numbersOf(from).year <= last);
  });
}
