import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeCoverage, type ReadPage } from '../../../src/data/import/merge-coverage.ts';

const aPage = (from: number, to: number, listed = 71, found = to - from + 1): ReadPage => ({
  collection: 'C',
  range: { from, to, listed },
  found,
});

describe('the coverage of a collection', () => {
  test.each([
    [
      'a page in the middle',
      [aPage(31, 40)],
      10,
      [
        [1, 30],
        [41, 71],
      ],
    ],
    ['pages side by side', [aPage(11, 20), aPage(1, 10)], 20, [[21, 71]]],
    ['overlapping pages', [aPage(1, 10), aPage(5, 14), aPage(1, 10)], 14, [[15, 71]]],
    ['the last page', [aPage(71, 71)], 1, [[1, 70]]],
    ['all of it', [aPage(1, 71)], 71, []],
    [
      'a page that was cut off',
      [aPage(31, 40, 71, 7)],
      7,
      [
        [1, 30],
        [38, 71],
      ],
    ],
    [
      'a page with more than it counts',
      [aPage(31, 40, 71, 12)],
      10,
      [
        [1, 30],
        [41, 71],
      ],
    ],
  ])('is what its pages count: %s', (_, pages, held, missing) => {
    expect(mergeCoverage([], pages)).toEqual([{ collection: 'C', listed: 71, held, missing }]);
  });

  test('goes on from what was known, and leaves other collections alone', () => {
    const other = { collection: 'Other', listed: 3, held: 3, missing: [] };
    const known = mergeCoverage([other], [aPage(1, 10)]);
    expect(mergeCoverage(known, [aPage(11, 20, 75)])).toEqual([
      other,
      { collection: 'C', listed: 75, held: 20, missing: [[21, 75]] },
    ]);
  });

  test('of pages read apart is that of pages read together', () => {
    const anyPages = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 9 }))
        .map(([from, more]) => aPage(from, from + more, 60)),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyPages, anyPages, (one, two) => {
        const together = mergeCoverage([], [...one, ...two]);
        expect(mergeCoverage(mergeCoverage([], one), two)).toEqual(together);
        const places = new Set(
          [...one, ...two].flatMap(({ range: { from, to } }) =>
            Array.from({ length: to - from + 1 }, (_, index) => from + index),
          ),
        );
        expect(together[0]?.held).toBe(places.size);
      }),
    );
  });
});
