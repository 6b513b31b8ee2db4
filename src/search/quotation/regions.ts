import { isStopWord } from '../text/stop-words.ts';
import type { ComparedWord } from './compared-words.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** Printed words from `start` up to, not including, `end`. */
export type Region = { start: number; end: number };

/** How many places of a document are looked at closely. */
const MOST_REGIONS = 3;
/** A place with less of the words than this, of those at the best one, isn't looked at. */
const AS_GOOD = 0.7;
/** A place with less than this of what all the words are worth says something else. */
const LEAST = 0.2;
/** How many words may have been left out silently on either side. */
const SLACK = 60;
/** A text is looked at as a whole if that takes no larger table: stop words alone tell no place. */
const FEW_CELLS = 150_000;
/** The largest table that an alignment may fill: only a long quotation with many openings asks for more. */
const MOST_CELLS = 4_000_000;

/**
 * The places of a document where most of the quotation's words stand together, the best first: its
 * longest part without openings is looked for, and what may stand before and after is taken in.
 * All of a short text; none of another where hardly a word of it stands there.
 */
export function findRegions(
  { items }: Pick<Quotation, 'items'>,
  print: readonly ComparedWord[],
): Region[] {
  if (items.length * print.length <= FEW_CELLS) return [{ start: 0, end: print.length }];
  const { part, before, after } = longestPart(items);
  const length = Math.ceil(part.length * 1.5) + 8;
  const found = densest(weigh(part, print), print, length);
  const room = Math.max(0, MOST_CELLS / items.length - length);
  const share = Math.min(1, room / (before + after));
  return found.map((start) => ({
    start: Math.max(0, start - Math.floor(before * share)),
    end: Math.min(print.length, start + length + Math.floor(after * share)),
  }));
}

/** The longest run of words, and how many printed words may belong to what is before and after it. */
function longestPart(items: Quotation['items']) {
  const parts: { words: ComparedWord[]; at: number }[] = [{ words: [], at: 0 }];
  for (const [at, item] of items.entries()) {
    if (isOpening(item)) parts.push({ words: [], at: at + 1 });
    else parts.at(-1)?.words.push(item);
  }
  const longest = parts.reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const room = (some: Quotation['items']) =>
    SLACK + some.reduce((sum, item) => sum + (isOpening(item) ? item.most : 1.5), 0);
  const part = longest.words;
  return {
    part,
    before: Math.ceil(room(items.slice(0, longest.at))),
    after: Math.ceil(room(items.slice(longest.at + part.length))),
  };
}

type Weights = ReadonlyMap<string, { weight: number; times: number }>;

/** What each word of the part is worth here: the rarer in this document, the more. */
function weigh(part: readonly ComparedWord[], print: readonly ComparedWord[]): Weights {
  const weights = new Map<string, { weight: number; times: number }>();
  for (const { key } of part) {
    const { times } = weights.get(key) ?? { times: 0 };
    weights.set(key, { weight: 0, times: times + 1 });
  }
  const printed = new Map<string, number>();
  for (const { key } of print) if (weights.has(key)) printed.set(key, (printed.get(key) ?? 0) + 1);
  for (const [key, word] of weights) {
    const held = printed.get(key) ?? 0;
    word.weight = Math.log(1 + print.length / (held + 1)) * (isStopWord(key) ? 0.3 : 1);
  }
  return weights;
}

/** Where windows of the length begin that hold most, best first; they don't overlap. */
function densest(weights: Weights, print: readonly ComparedWord[], length: number): number[] {
  const held = new Map<string, number>();
  const scores = new Float64Array(print.length);
  let score = 0;
  const change = (word: ComparedWord | undefined, by: 1 | -1) => {
    const known = word && weights.get(word.key);
    if (!known) return;
    const count = held.get(word.key) ?? 0;
    held.set(word.key, count + by);
    if (Math.min(count, count + by) < known.times) score += by * known.weight;
  };
  for (let j = 0; j < Math.min(length, print.length); j++) change(print[j], 1);
  for (let start = 0; start < print.length; start++) {
    scores[start] = score;
    change(print[start], -1);
    change(print[start + length], 1);
  }
  const starts: number[] = [];
  let least = LEAST * weights.values().reduce((sum, { weight, times }) => sum + weight * times, 0);
  while (starts.length < MOST_REGIONS) {
    let at = 0;
    let most = 0;
    for (const [start, found] of scores.entries()) {
      if (found <= most || starts.some((other) => Math.abs(other - start) < length)) continue;
      [at, most] = [start, found];
    }
    if (most === 0 || most < least) break;
    least = Math.max(least, most * AS_GOOD);
    starts.push(at);
  }
  return starts;
}
