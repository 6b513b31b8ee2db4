import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPartMap } from '../../src/search/text/part-map.ts';
import { WORD, wordPlaces } from '../../src/search/text/word-places.ts';

/** What a word may begin with, go on with and end before: in ASCII, beyond it, and as half a character. */
const PIECES = [
  ..."aZ9.'`’-_ \n\t\u0000\u007f",
  ...'é̈ﬁß½⑴\u00ad\u200b毛泽かไ한ЖЇक्שָ',
  '𠀀',
  '𝒜',
  '\ud842',
  '\udc00',
  'U.S.S.R.',
  'U. S. ',
  'N.A.T.O',
  'the',
];
const anyText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 2 })))
  .map((pieces) => pieces.join(''));

test('finds words where the pattern finds them', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const expected = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => [
        index,
        index + word.length,
      ]);
      expect(wordPlaces(text)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

test('a map of parts tells what a map of texts tells', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𠀀'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 3000 }), part, (parts, before) => {
      const [map, expected] = [createPartMap<number>(), new Map<string, number>()];
      for (const [number, one] of parts.entries()) {
        const text = `${before}${one}${before}`;
        const found = map.get(text, before.length, before.length + one.length);
        expect(found).toBe(expected.get(one));
        if (found !== undefined) continue;
        expected.set(one, number);
        map.add(one, number);
      }
      expect(map.size).toBe(expected.size);
    }),
    { numRuns: 200 },
  );
});

test('a map of parts holds as many as there are', () => {
  const map = createPartMap<number>();
  const words = Array.from({ length: 20_000 }, (_, number) => `w${number}`);
  for (const [number, word] of words.entries()) map.add(word, number);
  for (const [number, word] of words.entries()) {
    expect(map.get(` ${word}`, 1, 1 + word.length)).toBe(number);
  }
});
