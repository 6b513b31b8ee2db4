import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { createTermIndex } from '../../src/search/minisearch/term-index.ts';
import { bareWords } from '../../src/search/text/analysis.ts';
import { aDocument } from '../support/documents.ts';

function open(documents: readonly Document[]) {
  const packed = packDocuments(documents);
  return createTermIndex(indexDocuments(packed), packed);
}

const piece = fc.constantFrom(
  ...['of', 'the', 'Letter', 'letters', 'gap', '1962', 'é', 'É', 'Łódź', 'O’Neill', "d'affaires"],
  ...["Khrushchev's", '毛泽东', '-', '. ', ' ', ' ', '\n', '_', '“', '—', '\u00ad', '(', 'ﬁ', '½'],
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
const isSaid = (phrase: string, description: string) => {
  const document = aDocument({ title: '?', collection: '?', description });
  return open([document]).says(bareWords(phrase), 'any')(0);
};

test('a phrase is held by what holds its words in their order, and by nothing else', () => {
  fc.assert(
    fc.property(text, text, (phrase, held) => {
      const words = bareWords(phrase).join(' ');
      const isHeld = words !== '' && ` ${bareWords(held).join(' ')} `.includes(` ${words} `);
      expect(isSaid(phrase, held)).toBe(isHeld);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['missile gap', 'The Missile  GAP.', true],
  ['missile gap', 'missile gaps', false],
  ['of the', 'thereof the', false],
  ['Khrushchev letter', 'Khrushchev’s letter', true],
  ['the the letter', 'the letter, the the letter', true],
  ['Enlai', 'En-lai', false],
  ['', 'anything', false],
])('%s in %s: %s', (phrase, held, expected) => {
  expect(isSaid(phrase, held)).toBe(expected);
});

test('no phrase begins in one text and ends in another', () => {
  const document = aDocument({
    title: 'The missile',
    description: 'gap',
    people: ['Mao', 'Zedong'],
    places: ['Peking'],
  });
  const index = open([document]);
  expect(index.says(['missile', 'gap'], 'any')(0)).toBe(false);
  expect(index.says(['mao', 'zedong'], 'person')(0)).toBe(false);
  expect(index.says(['mao'], 'person')(0)).toBe(true);
  expect(index.says(['peking'], 'person')(0)).toBe(false);
  expect(index.says(['peking'], 'place')(0)).toBe(true);
});
