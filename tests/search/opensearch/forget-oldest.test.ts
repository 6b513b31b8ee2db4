import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forgetOldest } from '../../../src/search/opensearch/forget-oldest.ts';

test('what is kept is as large as it may be, and the newest of all', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(100), (sizes, most) => {
      const kept = new Map(sizes.map((size, i) => [String(i), size]));
      forgetOldest(kept, most, (size) => size);
      const left = [...kept.values()];
      const total = left.reduce((sum, size) => sum + size, 0);
      expect(left).toEqual(sizes.slice(sizes.length - left.length));
      expect(total).toBeLessThanOrEqual(most);
      const next = sizes.at(-left.length - 1);
      if (left.length < sizes.length && left.length > 0) {
        expect(total + (next ?? 0)).toBeGreaterThan(most);
      }
    }),
  );
});
