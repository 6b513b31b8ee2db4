import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOf } from '../../src/search/minisearch/order.ts';

test('the first in order are those that sorting all would give', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(1000), { maxLength: 200 }),
      fc.nat(220),
      fc.nat(5),
      (places, count, levels) => {
        const score = (place: number) => (place * 7919) % (levels + 1);
        const order = (a: number, b: number) => score(b) - score(a) || a - b;
        expect(firstOf(places, count, order)).toEqual(places.toSorted(order).slice(0, count));
      },
    ),
  );
});
