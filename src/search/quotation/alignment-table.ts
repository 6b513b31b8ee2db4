import type { Aside } from './asides.ts';
import type { ComparedWord } from './compared-words.ts';
import { fillOpening } from './opening-row.ts';
import { isOpening, type Quotation } from './read-quotation.ts';
import { type ItemNumbers, numberWords, type WordNumbers } from './word-numbers.ts';

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

/** Costs of the last three rows, from the oldest to the one that is being filled. */
type Rows = { twoBefore: Int32Array; before: Int32Array; row: Int32Array };

/** What all rows of words are filled from. */
type Print = {
  words: readonly ComparedWord[];
  numbers: WordNumbers;
  endingAt: ReadonlyMap<number, readonly Aside[]>;
  isSame: Likeness['isSame'];
};

/**
 * Fills the table of approximate string matching (Sellers 1980) for words: the quotation may begin and
 * end anywhere in the print. Runs of words left out are one gap (Gotoh 1982), neighbours exchanged one
 * difference (Damerau 1964), and words that a hyphen joins are the same as the one word.
 */
export function fillTable(
  items: Quotation['items'],
  words: readonly ComparedWord[],
  { isSame, joinsFreely, asides }: Likeness,
): AlignmentTable {
  const width = words.length + 1;
  const numbers = numberWords(items, words, joinsFreely);
  const print = { words, numbers, endingAt: Map.groupBy(asides, ({ end }) => end), isSame };
  const via = new Uint8Array((items.length + 1) * width);
  const reaches = new Map<number, Int32Array>();
  const passed = new Map<number, number>();
  let rows: Rows = {
    twoBefore: new Int32Array(width).fill(FAR),
    before: new Int32Array(width),
    row: new Int32Array(width),
  };
  for (const [index, item] of items.entries()) {
    const start = (index + 1) * width;
    const viaRow = via.subarray(start, start + width);
    if (isOpening(item)) {
      reaches.set(index + 1, fillOpening(rows.before, rows.row, item.most));
      viaRow.fill(VIA.opening);
    } else {
      const putIn = isBesideOpening(items, index) ? COST.besideOpening : COST.putIn;
      const of = numbers.items[index] as ItemNumbers;
      for (const [cell, length] of fillWord({ item, of, putIn }, print, rows, viaRow)) {
        passed.set(start + cell, length);
      }
    }
    rows = { twoBefore: rows.before, before: rows.row, row: rows.twoBefore };
  }
  return { via, reaches, asides: passed, costs: rows.before };
}

const isBesideOpening = (items: Quotation['items'], index: number): boolean =>
  [items[index - 1], items[index + 1]].some((item) => item && isOpening(item));

/** Fills the row of a word. Answers which cells an aside led to, and how many words it has. */
function fillWord(
  { item, of, putIn }: { item: ComparedWord; of: ItemNumbers; putIn: number },
  { words, numbers: { printed, joined }, endingAt, isSame }: Print,
  { twoBefore, before, row }: Rows,
  via: Uint8Array,
): Map<number, number> {
  const passed = new Map<number, number>();
  let [best, how, run] = [0, 0, FAR];
  const take = (cost: number, as: number): void => {
    if (cost >= best) return;
    best = cost;
    how = as;
  };
  row[0] = (before[0] as number) + putIn;
  via[0] = VIA.putIn;
  for (let j = 1; j < row.length; j++) {
    const word = printed[j - 1] as number;
    const is = word === of.own || isSame(item, words[j - 1] as ComparedWord);
    best = (before[j - 1] as number) + (is ? 0 : COST.changed);
    how = VIA.pair;
    const begun = (row[j - 1] as number) + COST.leftOut;
    const goesOn = run + COST.leftOutNext < begun;
    run = goesOn ? run + COST.leftOutNext : begun;
    take(run, VIA.leftOut);
    take((before[j] as number) + putIn, VIA.putIn);
    if (joined[j - 1] === of.own) take(before[j - 2] as number, VIA.two);
    if (word === of.whole) take(twoBefore[j - 1] as number, VIA.split);
    if (word === of.previous && printed[j - 2] === of.own) {
      take((twoBefore[j - 2] as number) + COST.order, VIA.order);
    }
    for (const { start, end } of endingAt.get(j) ?? NONE) {
      if ((row[start] as number) < best) passed.set(j, end - start);
      take(row[start] as number, VIA.aside);
    }
    row[j] = best;
    via[j] = how | (goesOn ? RUN_GOES_ON : 0);
  }
  return passed;
}

const NONE: readonly Aside[] = [];
