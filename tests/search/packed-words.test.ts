import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCommonWord } from '../../src/search/text/common-words.ts';
import { packWords } from '../../src/search/text/packed-words.ts';

test('packed words are found by their numbers, and no others are', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.constantFrom('a', 'ab', 'é'),
  );
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (some, other) => {
      const sorted = some.toSorted();
      const packed = packWords(sorted);
      expect(sorted.map((one) => packed.numberOf(one))).toEqual([...sorted.keys()]);
      expect(sorted.map((_, number) => packed.at(number))).toEqual(sorted);
      if (!some.includes(other)) expect(packed.numberOf(other)).toBeUndefined();
    }),
  );
});

test.each([
  ['negotiate', true],
  ['negotiations', true],
  ['unhappily', true],
  ['21st', true],
  ['kiangsi', false],
  ['paris', false],
  ['', false],
])('%s is a word of the language: %s', (word, expected) => {
  expect(isCommonWord(word)).toBe(expected);
});
