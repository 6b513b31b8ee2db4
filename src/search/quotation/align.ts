import {
  type AlignmentTable,
  fillTable,
  type Likeness,
  RUN_GOES_ON,
  VIA,
} from './alignment-table.ts';
import type { ComparedWord } from './compared-words.ts';
import type { Quotation } from './read-quotation.ts';

/** What an alignment does with the next words of the print, of the quotation, or of both. */
export type Step = {
  kind: 'same' | 'changed' | 'left out' | 'put in' | 'order' | 'skipped';
  /** How many words of the print, and how many items of the quotation. */
  printed: number;
  quoted: number;
};

/** Where a quotation stands among printed words, as closely as it can. */
export type Alignment = {
  /** The first printed word that belongs to it. */
  start: number;
  steps: readonly Step[];
  /** What the differences cost together (see `COST`); 0 if there are none. */
  cost: number;
};

/**
 * Aligns a quotation with printed words: the fewest and slightest differences, the first place of
 * several alike. It may begin and end anywhere in the print.
 */
export function align(
  { items }: Pick<Quotation, 'items'>,
  print: readonly ComparedWord[],
  likeness: Likeness,
): Alignment {
  const table = fillTable(items, print, likeness);
  const end = table.costs.indexOf(table.costs.reduce((least, cost) => Math.min(least, cost)));
  const isSame = (item: number, word: number) => {
    const [quoted, printed] = [items[item] as ComparedWord, print[word] as ComparedWord];
    return quoted.key === printed.key || likeness.isSame(quoted, printed);
  };
  const steps = traceBack(table, items.length, end, print.length + 1, isSame);
  const start = end - steps.reduce((sum, { printed }) => sum + printed, 0);
  return { start, steps, cost: table.costs[end] as number };
}

/** The steps that led to the last row's cell, the first one first. */
function traceBack(
  { via, reaches, asides }: AlignmentTable,
  rows: number,
  end: number,
  width: number,
  isSame: (item: number, word: number) => boolean,
): Step[] {
  const steps: Step[] = [];
  let [i, j] = [rows, end];
  const step = (kind: Step['kind'], quoted: number, printed: number) => {
    steps.push({ kind, quoted, printed });
    [i, j] = [i - quoted, j - printed];
  };
  while (i > 0) {
    const how = (via[i * width + j] as number) & ~RUN_GOES_ON;
    if (how === VIA.pair) step(isSame(i - 1, j - 1) ? 'same' : 'changed', 1, 1);
    else if (how === VIA.putIn) step('put in', 1, 0);
    else if (how === VIA.order) step('order', 2, 2);
    else if (how === VIA.two) step('same', 1, 2);
    else if (how === VIA.split) step('same', 2, 1);
    else if (how === VIA.aside) step('skipped', 0, asides.get(i * width + j) ?? 0);
    else if (how === VIA.opening) step('skipped', 1, reaches.get(i)?.[j] ?? 0);
    else {
      let goesOn = true;
      while (goesOn) {
        goesOn = ((via[i * width + j] as number) & RUN_GOES_ON) !== 0;
        step('left out', 0, 1);
      }
    }
  }
  return steps.reverse();
}
