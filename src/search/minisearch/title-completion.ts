import { lowerBound } from '../../data/lower-bound.ts';
import { numberIn } from '../index/coded-lists.ts';
import { FIRST_WORD } from '../index/forward-index.ts';
import { listAt } from '../index/lists.ts';
import { bareWords } from '../text/analysis.ts';
import { holding, type TitleIndex, titleAt, titled } from './title-index.ts';

/**
 * The documents whose titles hold all the words typed, the last of which may be unfinished:
 * first those that say just this, then those that hold the last word whole, then those that hold a
 * word beginning with it; within each, by rank. Where nothing is typed, a fixed choice from all.
 */
export function completeTitles(index: TitleIndex, typed: string, limit: number): number[] {
  const words = bareWords(typed);
  const last = words.at(-1);
  const { ordinals } = index.titles;
  if (last === undefined) return spread(ordinals.length, limit);
  const finished = words.slice(0, -1);
  const ranks =
    finished.length === 0
      ? startingWith(index, last, limit)
      : completing(index, finished, last, limit);
  const found = ranks.map((rank) => ordinals[rank] ?? 0);
  return [...new Set([...titled(index, words), ...found])].slice(0, limit);
}

/** Numbers from 0 up to `total`, evenly apart. */
const spread = (total: number, limit: number): number[] =>
  Array.from({ length: Math.min(total, limit) }, (_, i) =>
    Math.floor((i * total) / Math.min(total, limit)),
  );

/** One word: its own titles, then the first of all that begin with it, without reading every list. */
function startingWith(index: TitleIndex, last: string, limit: number): number[] {
  const { forward, titles } = index;
  const [low, high] = beginningWith(forward.dictionary, last);
  const first: number[] = [];
  for (let number = low; number < high; number++) {
    // Most words that begin so are in no title.
    if (titles.postings.starts[number] === titles.postings.starts[number + 1]) continue;
    for (const rank of listAt(titles.postings, number)) {
      if (first.length === limit && rank >= (first.at(-1) ?? 0)) break;
      const at = lowerBound(first, rank);
      if (first[at] === rank) continue;
      first.splice(at, 0, rank);
      first.length = Math.min(first.length, limit);
    }
  }
  return [...holding(index, last).slice(0, limit), ...first];
}

/** Several words: the titles of the rarest finished word, kept where they hold the others. */
function completing(index: TitleIndex, finished: string[], last: string, limit: number): number[] {
  const { dictionary } = index.forward;
  const numberFor = (word: string) =>
    FIRST_WORD + (numberIn(dictionary, word) ?? dictionary.length);
  const values = finished.map(numberFor);
  const lastValue = numberFor(last);
  const [low, high] = beginningWith(dictionary, last).map((number) => FIRST_WORD + number);
  const lists = finished.map((word) => holding(index, word));
  const rarest = lists.reduce((a, b) => (b.length < a.length ? b : a));
  const [whole, begun]: [number[], number[]] = [[], []];
  for (const rank of rarest) {
    if (whole.length === limit) break;
    const held = titleAt(index, rank);
    if (!values.every((value) => held.includes(value))) continue;
    if (held.includes(lastValue)) whole.push(rank);
    else if (
      begun.length < limit &&
      held.some((value) => value >= (low ?? 0) && value < (high ?? 0))
    )
      begun.push(rank);
  }
  return [...whole, ...begun];
}

/** Where in the dictionary the words with this beginning stand: from the first, up to the second. */
const beginningWith = (dictionary: readonly string[], prefix: string): [number, number] => [
  lowerBound(dictionary, prefix),
  lowerBound(dictionary, `${prefix}\uffff`),
];
