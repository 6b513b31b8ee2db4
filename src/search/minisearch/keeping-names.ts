import type { Order } from './order.ts';

/**
 * An order by worth, but nothing stands above what holds more of the names and stands above it by words:
 * no document is taken for worth more than the least of those.
 * @param byWords ordinals in the order of their words
 * @param named how many of the question's rare names each holds, by ordinal
 * @returns an order of these ordinals
 */
export function keepingNames(
  byWords: readonly number[],
  named: Uint8Array,
  worth: (ordinal: number) => number,
): Order {
  const places = new Map(byWords.map((ordinal, place) => [ordinal, place]));
  const most = new Map<number, number>();
  /** The least that any was worth so far, by how many names it holds. */
  const least: number[] = [];
  for (const ordinal of byWords) {
    const held = named[ordinal] ?? 0;
    const own = worth(ordinal);
    const limits = least.slice(held + 1).filter((limit) => limit !== undefined);
    most.set(ordinal, Math.min(own, ...limits));
    least[held] = Math.min(own, least[held] ?? own);
  }
  return (a, b) =>
    descending(most.get(a), most.get(b)) ||
    descending(named[a], named[b]) ||
    descending(worth(a), worth(b)) ||
    (places.get(a) ?? 0) - (places.get(b) ?? 0);
}

/** The greater first; infinite ones may be equal. */
const descending = (one = 0, other = 0): number => (one === other ? 0 : other - one);
