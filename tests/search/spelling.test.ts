import fc from 'fast-check';
import SearchableMap from 'minisearch/SearchableMap';
import { describe, expect, it } from 'vitest';
import { correct, editDistance, nearestWords } from '../../src/search/query/spelling.ts';

const vocabulary = (words: Record<string, number>) => SearchableMap.fromObject<number>(words);

describe('editDistance', () => {
  it.each([
    ['berlin', 'berlin', 0],
    ['belrin', 'berlin', 1],
    ['brlin', 'berlin', 1],
    ['berliin', 'berlin', 1],
    ['bexlin', 'berlin', 1],
    ['blerni', 'berlin', 3],
    ['', 'abc', 3],
  ])('counts from %s to %s: %i', (typed, meant, expected) => {
    expect(editDistance(typed, meant)).toBe(expected);
    expect(editDistance(meant, typed)).toBe(expected);
  });

  it('is never more than changing every letter, nor less than the difference in length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });
});

describe('spelling', () => {
  it('prefers fewer editDistance, then the same first letter, then the commoner word', () => {
    const known = vocabulary({ moscow: 1, mascot: 9, roscow: 5, mosque: 9, toscow: 7 });
    expect(nearestWords(known, 'noscow', 3)).toEqual(['toscow', 'roscow', 'moscow']);
    expect(nearestWords(known, 'moscov', 3)).toEqual(['moscow', 'mascot', 'toscow']);
  });

  it.each([
    ['khruschev', 'khrushchev'],
    ['khrusvhev', 'khrushchev'],
    ['pekign', 'peking'],
    ['pecign', undefined],
    ['wra', undefined],
    ['1926', undefined],
    ['b52x', undefined],
    ['p'.repeat(3000), undefined],
  ])('corrects %s to %s', (typed, meant) => {
    const known = vocabulary({ khrushchev: 3, peking: 2, war: 9, '1962': 5, b52: 1 });
    expect(correct(known, typed)).toBe(meant);
  });
});
