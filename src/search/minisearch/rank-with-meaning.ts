import type { Likeness } from '../embeddings/meaning.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import {
  besideMeaning,
  isNearEnough,
  MOST_ALONE,
  NEAREST,
  withMeaning,
} from '../ranking/by-meaning.ts';
import { LOOKED_AT } from '../ranking/similar-first.ts';
import type { Finding } from './find.ts';
import { keepingNames } from './keeping-names.ts';
import { neverOverruled } from './never-overruled.ts';
import { firstOf, type Order } from './order.ts';
import { partHeld } from './part-held.ts';
import { wordOrder } from './rank.ts';
import { rareNames } from './rare-names.ts';
import type { SearchIndex } from './search-index.ts';

/** What is first by its id or whole title stays so, whatever others mean. */
const FIRST = Number.POSITIVE_INFINITY;

/** What was found in order, and which of it by its meaning alone. */
export type Ranked = {
  /** The first of all. */
  ordinals: number[];
  /** Those in the whole order, not only among the first, that hold no word of the question. */
  alone: ReadonlySet<number>;
};

/**
 * The first of what was found and of what is near in meaning, the best first: the best by words,
 * those that hold rare names, and the nearest, by both. What holds more of a short question still
 * stands above what holds less; likeness lifts nothing above what holds more of the names; and nothing
 * found by its meaning alone stands above a document that holds all rare names, or all words.
 * @param kept those found by their words, of those alike one each
 * @param isAllowed whether a document passes the filters and meets what is demanded beside words
 */
export function rankWithMeaning(
  index: SearchIndex,
  finding: Finding,
  likeness: Likeness,
  kept: readonly number[],
  isAllowed: OrdinalTest,
  count: number,
): Ranked {
  const { scores, top, held } = finding;
  const { at, usual, spread } = likeness;
  const { length } = index.documents;
  const ofQuestion = partHeld(finding, length);
  const byWord = (ordinal: number) => (top > 0 ? (scores.at[ordinal] ?? 0) / top : 0);
  const cosine = (ordinal: number) => at[ordinal] ?? usual;
  const worth = (ordinal: number) =>
    byWord(ordinal) > 1 ? FIRST : withMeaning(byWord(ordinal), cosine(ordinal));
  const beside = (ordinal: number) =>
    byWord(ordinal) > 1 ? FIRST : besideMeaning(byWord(ordinal), ofQuestion, cosine(ordinal));
  const inWords = wordOrder(finding);
  const names = rareNames(finding, length);
  const isKept = new Uint8Array(length);
  for (const ordinal of kept) isKept[ordinal] = 1;

  const byLikeness: Order = (a, b) => (at[b] ?? 0) - (at[a] ?? 0) || a - b;
  const near: number[] = [];
  for (const [ordinal, cosine] of at.entries()) {
    if (cosine > usual && isAllowed(ordinal)) near.push(ordinal);
  }
  const nearest = firstOf(near, NEAREST, byLikeness);
  const best = firstOf(kept, Math.max(count, LOOKED_AT), inWords);
  const again = new Set([
    ...best.slice(0, LOOKED_AT),
    ...nearest.filter((ordinal) => isKept[ordinal]),
    ...kept.filter((ordinal) => names.held[ordinal]),
  ]);
  const byWorth = keepingNames([...again].sort(inWords), names.held, worth);
  const places = new Map(best.map((ordinal, place) => [ordinal, place]));
  const byWords: Order = (a, b) => (places.get(a) ?? length) - (places.get(b) ?? length);
  const order: Order = (a, b) => {
    const tier = (held?.[b] ?? 0) - (held?.[a] ?? 0);
    if (tier !== 0) return tier;
    const isOneAgain = again.has(a);
    if (isOneAgain !== again.has(b)) return isOneAgain ? -1 : 1;
    return isOneAgain ? byWorth(a, b) : byWords(a, b);
  };
  const byBoth = [...new Set([...again, ...best])].sort(order);

  const alone = withoutAlike(
    index,
    kept,
    nearest.filter(
      (ordinal) => scores.at[ordinal] === 0 && isNearEnough(at[ordinal] ?? 0, usual, spread),
    ),
  ).slice(0, MOST_ALONE);
  const bound = neverOverruled(finding, names);
  const firstFree = placeAfter(byBoth, kept, bound);
  const merged = mergeFrom(firstFree, byBoth, alone, (a, b) => beside(a) > beside(b));
  return { ordinals: merged.slice(0, count), alone: new Set(alone) };
}

/** The first of those that look the same, if nothing that is kept looks so. */
function withoutAlike(
  { columns: { looks } }: SearchIndex,
  kept: readonly number[],
  ordinals: readonly number[],
): number[] {
  const first = new Map<number | undefined, number>();
  for (const ordinal of ordinals) {
    if (!first.has(looks[ordinal])) first.set(looks[ordinal], ordinal);
  }
  for (const ordinal of kept) first.delete(looks[ordinal]);
  return [...first.values()];
}

/** The place after the last that is bound; beyond the end where one of them isn't among the first. */
function placeAfter(
  ordered: readonly number[],
  kept: readonly number[],
  bound: Uint8Array,
): number {
  const all = kept.reduce((sum, ordinal) => sum + (bound[ordinal] ?? 0), 0);
  const here = ordered.reduce((sum, ordinal) => sum + (bound[ordinal] ?? 0), 0);
  return here < all ? ordered.length : ordered.findLastIndex((ordinal) => bound[ordinal]) + 1;
}

/** Puts others between ordinals from a place on, each before the first that it is better than. */
function mergeFrom(
  place: number,
  ordered: readonly number[],
  others: readonly number[],
  isBetter: (other: number, one: number) => boolean,
): number[] {
  const merged = ordered.slice(0, place);
  const waiting = [...others];
  for (const one of ordered.slice(place)) {
    for (let [next] = waiting; next !== undefined && isBetter(next, one); [next] = waiting) {
      merged.push(next);
      waiting.shift();
    }
    merged.push(one);
  }
  return [...merged, ...waiting];
}
