import type { Window } from '../questions.ts';

/** A list in an order, of which a part can be asked for. */
export type Ordered<Item> = {
  total: number;
  part(window: Window): Promise<readonly Item[]>;
};

/**
 * What of two lists, put in one order, stands in a window; neither is asked for more than the window holds
 * and, to find its beginning, for as many single items as it takes to halve its offset to nothing.
 * @param isBefore whether an item of the other list comes before one of the first; if not, it comes after
 */
export async function mergeWindow<Item>(
  one: Ordered<Item>,
  other: Ordered<Item>,
  isBefore: (other: Item, one: Item) => boolean,
  { offset, limit }: Window,
): Promise<readonly Item[]> {
  if (other.total === 0) return one.part({ offset, limit });
  if (one.total === 0) return other.part({ offset, limit });
  if (offset >= one.total + other.total) return [];
  const passed = await countOfOther(one, other, isBefore, offset);
  const [ofOne, ofOther] = await Promise.all([
    one.part({ offset: offset - passed, limit }),
    other.part({ offset: passed, limit }),
  ]);
  return mergeInOrder(ofOne, ofOther, isBefore).slice(0, limit);
}

/** Two lists in one order (see `mergeWindow`). */
function mergeInOrder<Item>(
  one: readonly Item[],
  other: readonly Item[],
  isBefore: (other: Item, one: Item) => boolean,
): Item[] {
  const merged: Item[] = [];
  let next = 0;
  for (const item of one) {
    for (; next < other.length && isBefore(other[next] as Item, item); next += 1) {
      merged.push(other[next] as Item);
    }
    merged.push(item);
  }
  return [...merged, ...other.slice(next)];
}

/** How many of the first so many items of both are the other's. */
async function countOfOther<Item>(
  one: Ordered<Item>,
  other: Ordered<Item>,
  isBefore: (other: Item, one: Item) => boolean,
  first: number,
): Promise<number> {
  const itemAt = async (list: Ordered<Item>, at: number) =>
    (await list.part({ offset: at, limit: 1 }))[0];
  let [low, high] = [Math.max(0, first - one.total), Math.min(first, other.total)];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [ofOther, ofOne] = await Promise.all([
      itemAt(other, middle),
      itemAt(one, first - middle - 1),
    ]);
    if (ofOther === undefined || ofOne === undefined) throw new Error('a list has lost an item');
    if (isBefore(ofOther, ofOne)) low = middle + 1;
    else high = middle;
  }
  return low;
}
