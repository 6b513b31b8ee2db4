import { expect, test } from 'vitest';
import { describeTextCoverage } from '../../src/cards/text-coverage.ts';

const coverage = (...collections: [name: string, documents: number, withText: number][]) => ({
  documents: collections.reduce((sum, [, , withText]) => sum + withText, 0),
  pages: 1,
  words: 1,
  collections: collections.map(([name, documents, withText]) => ({ name, documents, withText })),
});

test.for([
  [
    coverage(['A', 2, 0]),
    'None of the 2 documents loaded has a text here: only titles and descriptions could be compared.',
  ],
  [coverage(['A', 1, 1]), '1 of 1 document has a text here: the one of *A*.'],
  [
    coverage(['A', 40, 3], ['B', 9, 9], ['C', 1, 0]),
    '12 of 50 documents have a text here: all 9 of *B*, 3 of 40 of *A*. And so on.',
  ],
] as const)('what has a text is told: %#', ([given, said]) => {
  expect(describeTextCoverage(given, 'And so on.')).toBe(said);
});

test('collections that aren’t named are counted', () => {
  const many = (length: number) =>
    coverage(...Array.from({ length }, (_, at): [string, number, number] => [`C${at}`, 1, 1]));
  expect(describeTextCoverage(many(9), '')).toMatch(/ and 1 more collection\.$/);
  expect(describeTextCoverage(many(10), '')).toMatch(/ and 2 more collections\.$/);
});
