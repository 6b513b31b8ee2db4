import type { Step } from './align.ts';

/** From `from` up to, not including, `to`. */
export type Range = { from: number; to: number };

/** What something is of: items of the quotation, and printed words. */
export type Placed = { items: Range; words: Range };

/** Says of steps that follow each other, however they are grouped, where each group stands. */
export function place<T extends { steps: readonly Step[] }>(
  groups: readonly T[],
  start: { item: number; word: number },
): (T & Placed)[] {
  let { item, word } = start;
  return groups.map((group) => {
    const items = { from: item, to: item + sum(group.steps, 'quoted') };
    const words = { from: word, to: word + sum(group.steps, 'printed') };
    [item, word] = [items.to, words.to];
    return { ...group, items, words };
  });
}

const sum = (steps: readonly Step[], side: 'quoted' | 'printed'): number =>
  steps.reduce((total, step) => total + step[side], 0);
