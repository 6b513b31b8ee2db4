import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersect } from '../../src/search/minisearch/intersect.ts';

const ascending = fc
  .uniqueArray(fc.nat(200))
  .map((values) => Uint32Array.from(values).sort((a, b) => a - b));

test('what stands in all lists is found, and nothing else, in its order', () => {
  fc.assert(
    fc.property(fc.array(ascending, { minLength: 1, maxLength: 4 }), (lists) => {
      const [first = new Uint32Array(), ...others] = lists;
      expect(intersect(lists)).toEqual(
        first.filter((value) => others.every((list) => list.includes(value))),
      );
    }),
  );
});

test('no lists have nothing in common', () => {
  expect(intersect([])).toEqual(new Uint32Array());
});
