import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareWords } from '../../src/search/analysis.ts';
import { phraseTest } from '../../src/search/query/phrase.ts';

const piece = fc.constantFrom(
  ...['of', 'the', 'Letter', 'letters', 'gap', '1962', 'é', 'É', 'Łódź', 'O’Neill', "d'affaires"],
  ...["Khrushchev's", '毛泽东', '-', '. ', ' ', ' ', '\n', '_', '“', '—', '\u00ad', '(', 'ﬁ', '½'],
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('a phrase is held by what holds its words in their order, and by nothing else', () => {
  fc.assert(
    fc.property(text, text, (phrase, held) => {
      const words = bareWords(phrase).join(' ');
      const isHeld = words !== '' && ` ${bareWords(held).join(' ')} `.includes(` ${words} `);
      expect(phraseTest(phrase)(held)).toBe(isHeld);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['missile gap', 'The Missile  GAP.', true],
  ['missile gap', 'missile gaps', false],
  ['of the', 'thereof the', false],
  ['Khrushchev letter', 'Khrushchev’s letter', true],
  ['', 'anything', false],
])('%s in %s: %s', (phrase, held, expected) => {
  expect(phraseTest(phrase)(held)).toBe(expected);
});
