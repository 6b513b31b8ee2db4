import type { ComparedWord } from './compared-words.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

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
 * What differences cost. A word left out costs least and one changed most, so that of two readings
 * that differ by one word each, the one with more words the same is taken. A run of words left out is
 * one slip, or one silent omission: each further word costs little. Neighbours exchanged cost less
 * than a word put in, as which they look at either end.
 */
export const COST = { changed: 8, putIn: 7, leftOut: 6, leftOutNext: 1, order: 5 };

const FAR = 1 << 28;

/** How a cell of the table was reached; the two flags say where a run of words left out came from. */
const VIA = { none: 0, pair: 1, leftOut: 2, putIn: 3, order: 4, two: 5, split: 6, opening: 7 };
const RUN_GOES_ON = 8;

/** What decides whether words count as the same. */
export type Likeness = {
  /** Whether a printed word is taken for a quoted one. */
  isSame(quoted: ComparedWord, printed: ComparedWord): boolean;
  /** Whether words printed apart may be one word, and the other way round, without a hyphen. */
  joinsFreely: boolean;
};

/**
 * Aligns a quotation with printed words: the fewest and slightest differences, the first place of
 * several alike. It may begin and end anywhere in the print. Words that a hyphen joins match the same
 * word written as one.
 *
 * The table is that of approximate string matching (Sellers 1980), with runs of one kind as one gap
 * (Gotoh 1982) and neighbours exchanged (Damerau 1964). It takes one byte a cell.
 */
export function align(
  { items }: Pick<Quotation, 'items'>,
  print: readonly ComparedWord[],
  { isSame, joinsFreely }: Likeness,
): Alignment {
  const [rows, columns] = [items.length, print.length];
  const width = columns + 1;
  const via = new Uint8Array((rows + 1) * width);
  const reaches = new Map<number, Int32Array>();
  let twoBefore = new Int32Array(width).fill(FAR);
  let before = new Int32Array(width);
  let row = new Int32Array(width);

  for (let i = 1; i <= rows; i++) {
    const item = items[i - 1] as ComparedWord;
    const rowStart = i * width;
    if (isOpening(item)) {
      reaches.set(i, fillOpening(before, row, item.most));
      via.fill(VIA.opening, rowStart, rowStart + width);
    } else {
      const last = items[i - 2];
      const previous = last && !isOpening(last) ? last : undefined;
      const isJoined = previous !== undefined && (item.isJoined || joinsFreely);
      row[0] = (before[0] as number) + COST.putIn;
      via[rowStart] = VIA.putIn;
      let run = FAR;
      for (let j = 1; j <= columns; j++) {
        const word = print[j - 1] as ComparedWord;
        let best =
          (before[j - 1] as number) +
          (item.key === word.key || isSame(item, word) ? 0 : COST.changed);
        let how = VIA.pair;
        const opened = (row[j - 1] as number) + COST.leftOut;
        const goesOn = run + COST.leftOutNext < opened;
        run = goesOn ? run + COST.leftOutNext : opened;
        if (run < best) [best, how] = [run, VIA.leftOut];
        const putIn = (before[j] as number) + COST.putIn;
        if (putIn < best) [best, how] = [putIn, VIA.putIn];
        const neighbour = j > 1 ? print[j - 2] : undefined;
        if (neighbour) {
          // One word quoted for two printed.
          if (
            (before[j - 2] as number) < best &&
            (word.isJoined || joinsFreely) &&
            neighbour.key + word.key === item.key
          ) {
            [best, how] = [before[j - 2] as number, VIA.two];
          }
          if (previous) {
            const exchanged = (twoBefore[j - 2] as number) + COST.order;
            if (exchanged < best && item.key === neighbour.key && previous.key === word.key) {
              [best, how] = [exchanged, VIA.order];
            }
          }
        }
        // Two words quoted for one printed.
        if (
          previous &&
          isJoined &&
          (twoBefore[j - 1] as number) < best &&
          previous.key + item.key === word.key
        ) {
          [best, how] = [twoBefore[j - 1] as number, VIA.split];
        }
        row[j] = best;
        via[rowStart + j] = how | (goesOn ? RUN_GOES_ON : 0);
      }
    }
    [twoBefore, before, row] = [before, row, twoBefore];
  }

  let end = 0;
  for (let j = 1; j <= columns; j++) if ((before[j] as number) < (before[end] as number)) end = j;
  const cost = before[end] as number;
  return { ...traceBack(via, reaches, end, items, print, isSame), cost };
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
    while (
      queue.length > head &&
      (before[queue.at(-1) as number] as number) >= (before[j] as number)
    )
      queue.pop();
    queue.push(j);
    while ((queue[head] as number) < j - most) head += 1;
    const from = queue[head] as number;
    row[j] = before[from] as number;
    reach[j] = j - from;
  }
  return reach;
}

function traceBack(
  via: Uint8Array,
  reaches: ReadonlyMap<number, Int32Array>,
  end: number,
  items: Quotation['items'],
  print: readonly ComparedWord[],
  isSame: Likeness['isSame'],
): Pick<Alignment, 'start' | 'steps'> {
  const steps: Step[] = [];
  const width = print.length + 1;
  let [i, j] = [items.length, end];
  const step = (kind: Step['kind'], quoted: number, printed: number) => {
    steps.push({ kind, quoted, printed });
    [i, j] = [i - quoted, j - printed];
  };
  while (i > 0) {
    const cell = via[i * width + j] as number;
    switch (cell & ~RUN_GOES_ON) {
      case VIA.pair: {
        const [quoted, printed] = [items[i - 1] as ComparedWord, print[j - 1] as ComparedWord];
        const same = quoted.key === printed.key || isSame(quoted, printed);
        step(same ? 'same' : 'changed', 1, 1);
        break;
      }
      case VIA.leftOut: {
        let run = 1;
        while ((via[i * width + j - run + 1] as number) & RUN_GOES_ON) run += 1;
        for (; run > 0; run--) step('left out', 0, 1);
        break;
      }
      case VIA.putIn:
        step('put in', 1, 0);
        break;
      case VIA.order:
        step('order', 2, 2);
        break;
      case VIA.two:
        step('same', 1, 2);
        break;
      case VIA.split:
        step('same', 2, 1);
        break;
      default:
        step('skipped', 1, reaches.get(i)?.[j] ?? 0);
    }
  }
  return { start: j, steps: steps.reverse() };
}
