import { bareWords } from '../text/analysis.ts';
import { listAt } from './lists.ts';
import { lowerBound } from './lower-bound.ts';
import { holding, numberOf, type Titles, titled } from './titles.ts';

/**
 * The places of the titles that hold all the words typed, the last of which may be unfinished:
 * first those that say just this, then those that hold the last word whole, then those that hold a
 * word beginning with it; within each, by rank. Where nothing is typed, a fixed choice from all.
 */
export function completeTitles(titles: Titles, typed: string, limit: number): number[] {
  const words = bareWords(typed);
  const last = words.at(-1);
  if (last === undefined) return spread(titles.places.length, limit);
  const finished = words.slice(0, -1);
  const ranks =
    finished.length === 0
      ? startingWith(titles, last, limit)
      : completing(titles, finished, last, limit);
  const found = ranks.map((rank) => titles.places[rank] ?? 0);
  return [...new Set([...titled(titles, words), ...found])].slice(0, limit);
}

/** Numbers from 0 up to `total`, evenly apart. */
const spread = (total: number, limit: number): number[] =>
  Array.from({ length: Math.min(total, limit) }, (_, i) =>
    Math.floor((i * total) / Math.min(total, limit)),
  );

/** One word: its own titles, then the first of all that begin with it, without reading every list. */
function startingWith(titles: Titles, last: string, limit: number): number[] {
  const [low, high] = beginningWith(titles.dictionary, last);
  const first: number[] = [];
  for (let number = low; number < high; number++) {
    for (const rank of listAt(titles.postings, number)) {
      if (first.length === limit && rank >= (first.at(-1) ?? 0)) break;
      const at = lowerBound(first, rank);
      if (first[at] === rank) continue;
      first.splice(at, 0, rank);
      first.length = Math.min(first.length, limit);
    }
  }
  return [...holding(titles, last).slice(0, limit), ...first];
}

/** Several words: the titles of the rarest finished word, kept where they hold the others. */
function completing(titles: Titles, finished: string[], last: string, limit: number): number[] {
  const numbers = finished.map((word) => numberOf(titles, word) ?? -1);
  const lastNumber = numberOf(titles, last);
  const [low, high] = beginningWith(titles.dictionary, last);
  const lists = finished.map((word) => holding(titles, word));
  const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
  const [whole, begun]: [number[], number[]] = [[], []];
  for (const rank of rarest) {
    if (whole.length === limit) break;
    const held = listAt(titles.words, rank);
    if (!numbers.every((number) => held.includes(number))) continue;
    if (lastNumber !== undefined && held.includes(lastNumber)) whole.push(rank);
    else if (begun.length < limit && held.some((number) => number >= low && number < high))
      begun.push(rank);
  }
  return [...whole, ...begun];
}

/** Where in the dictionary the words with this beginning stand: from the first, up to the second. */
const beginningWith = (dictionary: readonly string[], prefix: string): [number, number] => [
  lowerBound(dictionary, prefix),
  lowerBound(dictionary, `${prefix}\uffff`),
];
