import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWindow, type Ordered } from '../../../src/search/joined/merge-window.ts';

type Item = { value: number; isAdded: boolean };

const sorted = fc
  .array(fc.nat(20), { maxLength: 40 })
  .map((values) => values.toSorted((a, b) => a - b));

/** A list that counts how many items it has given. */
function listOf(values: readonly number[], isAdded: boolean) {
  const given = { items: 0 };
  const list: Ordered<Item> = {
    total: values.length,
    async part({ offset, limit }) {
      const part = values.slice(offset, offset + limit).map((value) => ({ value, isAdded }));
      given.items += part.length;
      return part;
    },
  };
  return { list, given };
}

test('any window of two lists is that of the list of both, equal ones the first’s first', async () => {
  await fc.assert(
    fc.asyncProperty(sorted, sorted, fc.nat(90), fc.nat(12), async (one, other, offset, limit) => {
      const whole = [
        ...one.map((value) => ({ value, isAdded: false })),
        ...other.map((value) => ({ value, isAdded: true })),
      ].toSorted((a, b) => a.value - b.value || Number(a.isAdded) - Number(b.isAdded));
      const [first, second] = [listOf(one, false), listOf(other, true)];
      const isBefore = (a: Item, b: Item) => a.value < b.value;
      const window = await mergeWindow(first.list, second.list, isBefore, { offset, limit });
      expect(window).toEqual(whole.slice(offset, offset + limit));
      // The window, and at most one item of each for every halving.
      const most = limit + Math.ceil(Math.log2(41));
      expect(first.given.items).toBeLessThanOrEqual(most);
      expect(second.given.items).toBeLessThanOrEqual(most);
    }),
  );
});
