import type { Document } from '../../data/corpus/document.ts';
import { daysApart } from '../../data/dates/days-apart.ts';
import type { HistoricalDate } from '../../data/dates/historical-date.ts';
import type { Why } from '../hits.ts';
import type { Weights } from '../text/snippet.ts';
import { peopleOf } from './columns.ts';
import { documentStems } from './index-terms.ts';
import { byScore, firstOf } from './order.ts';
import { printedWords, wordsInCommon } from './related-words.ts';
import { noScores } from './scores.ts';
import type { Shelf } from './shelf.ts';
import type { TermIndex } from './term-index.ts';

/** Enough to say what a document is about; more brings in what it merely mentions. */
const MOST_STEMS = 16;

/** So many of those that share most words are looked at for names and days. */
const LOOKED_AT = 300;
/** What a name in common counts, against the best by words, and how many of them do. */
const A_NAME = 0.15;
const MOST_NAMES = 2;
/** How much the same day raises a document; half a year away, little more than a third of that. */
const SAME_DAY = 0.25;
const NEAR_DAYS = 180;
/** What a fifth of all documents hold, and more than a few, is no reason. */
const LEAST_USUAL = 10;
/** Words and names that a reason needs. */
const MOST_SAID = 3;

/** A document that is related, and by what. */
type Related = { place: number; score: number; why: Why };

/**
 * The documents most like one, best first: by its most telling words, the persons that both name, and
 * nearness in time. None for an unknown id.
 */
export function findRelated(
  shelf: Shelf,
  id: string,
  limit: number,
): { related: Related[]; stems: readonly string[] } {
  const { documents, index } = shelf;
  const own = shelf.placeOf(id);
  const document = own === undefined ? undefined : documents[own];
  if (!document) return { related: [], stems: [] };
  const weights = tellingStems(documentStems(document), index);
  const scores = noScores(documents.length);
  index.score(weights, scores);
  const others = scores.places.filter((place) => place !== own);
  const first = firstOf(others, Math.max(limit, LOOKED_AT), byScore(scores.at));
  const top = scores.at[first[0] ?? 0] ?? 0;
  const printed = printedWords(document);
  const usual = Math.max(LEAST_USUAL, documents.length / 5);
  const isTelling = (stem: string) => index.frequency(stem) <= usual;
  const related = first.flatMap((place) => {
    const other = documents[place];
    if (!other) return [];
    const people = sharedPeople(document, other);
    const days = daysBetweenDates(document.date, other.date);
    const near = days === null ? 0 : SAME_DAY * Math.exp(-days / NEAR_DAYS);
    const named = A_NAME * top * Math.min(people.length, MOST_NAMES);
    const shared = [...weights.keys()].filter((stem) => index.holds(stem, place));
    const words = wordsInCommon(shared, isTelling, printed, people, MOST_SAID);
    const why = { words, people: people.slice(0, MOST_SAID), days };
    return [{ place, score: (scores.at[place] ?? 0) * (1 + near) + named, why }];
  });
  related.sort((a, b) => b.score - a.score || a.place - b.place);
  return { related: related.slice(0, limit), stems: [...weights.keys()] };
}

function sharedPeople(one: Document, other: Document): string[] {
  const named = new Set(peopleOf(other));
  return peopleOf(one).filter((person) => named.has(person));
}

/** Days between two dates at least, 0 where they overlap; null where one has no days. */
const daysBetweenDates = (one: HistoricalDate, { start, end }: HistoricalDate): number | null =>
  start && end ? daysApart(one, { from: start, to: end }) : null;

/**
 * The stems that tell a document best from the others (tf·idf), weighted by how often it holds
 * them. Those that it alone holds relate it to nothing and are left out.
 */
function tellingStems(stems: readonly string[], index: TermIndex): Weights {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weights = [...counts]
    .filter(([stem]) => index.frequency(stem) > 1)
    .map(([stem, count]) => ({ stem, weight: 1 + Math.log(count) }))
    .sort((a, b) => b.weight * index.idf(b.stem) - a.weight * index.idf(a.stem));
  return new Map(weights.slice(0, MOST_STEMS).map(({ stem, weight }) => [stem, weight]));
}
