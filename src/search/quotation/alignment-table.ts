import type { Aside } from './asides.ts';
import type { ComparedWord } from './compared-words.ts';
import { isFigure, isNegation } from './matter.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** What decides whether words count as the same. */
export type Likeness = {
  /** Whether a printed word is taken for a quoted one that reads otherwise. */
  isSame(quoted: ComparedWord, printed: ComparedWord): boolean;
  /** Whether words printed apart may be one word, and the other way round, without a hyphen. */
  joinsFreely: boolean;
  /** Printed words that may be passed over. */
  asides: readonly Aside[];
};

/**
 * What differences cost. A word left out costs least and one changed most, so that of two readings
 * that differ by one word each, the one with more words the same is taken. A run of words left out is
 * one slip, or one silent omission: each further word costs little. Neighbours exchanged cost less
 * than a word put in, as which they look at either end. Beside an opening, where any word may be
 * printed, a word is rather changed than put in.
 */
export const COST = {
  changed: 8,
  putIn: 7,
  leftOut: 6,
  leftOutNext: 1,
  order: 5,
  besideOpening: 9,
};

/** How a cell was reached. A flag says whether the run of words left out that ends there goes on. */
export const VIA = {
  pair: 1,
  leftOut: 2,
  putIn: 3,
  order: 4,
  two: 5,
  split: 6,
  opening: 7,
  aside: 8,
};
export const RUN_GOES_ON = 16;

/** All ways to align the items of a quotation, row by row, with printed words, column by column. */
export type AlignmentTable = {
  /** Of each cell how it was reached; a row has one more than there are printed words. */
  via: Uint8Array;
  /** Of the rows of openings, how many printed words each cell passes over. */
  reaches: ReadonlyMap<number, Int32Array>;
  /** Of cells that an aside led to, how many printed words it has. */
  asides: ReadonlyMap<number, number>;
  /** What it costs to end after so many printed words. */
  costs: Int32Array;
};

/** More than anything costs. */
const FAR = 1 << 28;

/**
 * Fills the table of approximate string matching (Sellers 1980) for words: the quotation may begin and
 * end anywhere in the print. Runs of words left out are one gap (Gotoh 1982), neighbours exchanged one
 * difference (Damerau 1964), and words that a hyphen joins are the same as the one word.
 */
export function fillTable(
  items: Quotation['items'],
  print: readonly ComparedWord[],
  { isSame, joinsFreely, asides }: Likeness,
): AlignmentTable {
  const columns = print.length;
  const width = columns + 1;
  const numbers = numberWords(items, joinsFreely);
  const printed = Int32Array.from(print, ({ key }) => numbers.of(key));
  /** Of each printed word, the number of the one word that it makes with the word before. */
  const joined = Int32Array.from(print, ({ key }, j) =>
    j > 0 && mayJoin(print[j - 1] as ComparedWord, print[j] as ComparedWord, joinsFreely)
      ? numbers.of((print[j - 1] as ComparedWord).key + key)
      : -1,
  );
  const via = new Uint8Array((items.length + 1) * width);
  const reaches = new Map<number, Int32Array>();
  const passed = new Map<number, number>();
  const endingAt: (readonly Aside[] | undefined)[] = new Array(width).fill(undefined);
  for (const [end, some] of Map.groupBy(asides, (aside) => aside.end)) endingAt[end] = some;
  let twoBefore = new Int32Array(width).fill(FAR);
  let before = new Int32Array(width);
  let row = new Int32Array(width);

  for (const [index, item] of items.entries()) {
    const rowStart = (index + 1) * width;
    if (isOpening(item)) {
      reaches.set(index + 1, fillOpening(before, row, item.most));
      via.fill(VIA.opening, rowStart, rowStart + width);
    } else {
      const { own, previous, whole } = numbers.at(index);
      const putIn = isBesideOpening(items, index) ? COST.besideOpening : COST.putIn;
      row[0] = (before[0] as number) + putIn;
      via[rowStart] = VIA.putIn;
      let run = FAR;
      for (let j = 1; j <= columns; j++) {
        const word = printed[j - 1] as number;
        const is = word === own || isSame(item, print[j - 1] as ComparedWord);
        let best = (before[j - 1] as number) + (is ? 0 : COST.changed);
        let how = VIA.pair;
        const begun = (row[j - 1] as number) + COST.leftOut;
        const goesOn = run + COST.leftOutNext < begun;
        run = goesOn ? run + COST.leftOutNext : begun;
        const take = (cost: number, as: number) => {
          if (cost >= best) return;
          best = cost;
          how = as;
        };
        take(run, VIA.leftOut);
        take((before[j] as number) + putIn, VIA.putIn);
        if (joined[j - 1] === own) take(before[j - 2] as number, VIA.two);
        if (word === whole) take(twoBefore[j - 1] as number, VIA.split);
        if (word === previous && printed[j - 2] === own)
          take((twoBefore[j - 2] as number) + COST.order, VIA.order);
        for (const { start, end } of endingAt[j] ?? []) {
          if ((row[start] as number) < best) passed.set(rowStart + j, end - start);
          take(row[start] as number, VIA.aside);
        }
        row[j] = best;
        via[rowStart + j] = how | (goesOn ? RUN_GOES_ON : 0);
      }
    }
    [twoBefore, before, row] = [before, row, twoBefore];
  }
  return { via, reaches, asides: passed, costs: before };
}

/**
 * Whether two words may be one: by a hyphen between them, or by a machine's slip. A "not" is never a part
 * of a word, nor are two figures one.
 */
function mayJoin(first: ComparedWord, second: ComparedWord, joinsFreely: boolean): boolean {
  if (isDigit(first.folded) && isDigit(second.folded)) return false;
  if (second.isJoined) return true;
  return (
    joinsFreely && ![first, second].some(({ folded }) => isNegation(folded) || isFigure(folded))
  );
}

const isDigit = (folded: string): boolean => /^\p{N}/u.test(folded);

const isBesideOpening = (items: Quotation['items'], index: number): boolean =>
  [items[index - 1], items[index + 1]].some((item) => item && isOpening(item));

/** Numbers for the words of a quotation, since numbers are compared faster: -1 for every other word. */
function numberWords(items: Quotation['items'], joinsFreely: boolean) {
  const numbers = new Map<string, number>();
  const numberOf = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const rows = items.map((item, index) => {
    const last = items[index - 1];
    if (isOpening(item)) return { own: -2, previous: -2, whole: -2 };
    const before = last && !isOpening(last) ? last : undefined;
    return {
      own: numberOf(item.key),
      previous: before ? numberOf(before.key) : -2,
      /** Of the one word that it makes with the word before. */
      whole: before && mayJoin(before, item, joinsFreely) ? numberOf(before.key + item.key) : -2,
    };
  });
  return {
    of: (key: string): number => numbers.get(key) ?? -1,
    at: (index: number) => rows[index] as (typeof rows)[number],
  };
}

/**
 * Fills the row of an opening: each cell takes the cheapest one of the row before that is within
 * reach, the nearest of several. Answers how many words each passes over.
 */
function fillOpening(before: Int32Array, row: Int32Array, most: number): Int32Array {
  const reach = new Int32Array(before.length);
  /** Columns whose costs ascend: the first is the cheapest within reach. */
  const queue: number[] = [];
  let head = 0;
  for (let j = 0; j < before.length; j++) {
    const cost = before[j] as number;
    while (queue.length > head && (before[queue.at(-1) as number] as number) >= cost) queue.pop();
    queue.push(j);
    while ((queue[head] as number) < j - most) head += 1;
    const from = queue[head] as number;
    row[j] = before[from] as number;
    reach[j] = j - from;
  }
  return reach;
}
