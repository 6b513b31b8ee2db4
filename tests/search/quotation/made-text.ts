import fc from 'fast-check';
import type { Page, PageKind } from '../../../src/data/texts/page.ts';

const SYLLABLES = [
  'ba',
  'kel',
  'mor',
  'tin',
  'sul',
  'dan',
  'fer',
  'go',
  'hil',
  'pra',
  'vos',
  'zem',
];
const STOP_WORDS = ['the', 'of', 'and', 'to', 'in', 'that', 'was', 'by', 'with'];

const arbitraryName = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 4 })
  .map((syllables) => syllables.join(''));

export const isTelling = (word: string): boolean => !STOP_WORDS.includes(word);

/** Words of a made language with English stop words among them: never `not`, nor a figure. */
export const arbitrarySentence = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: arbitraryName },
      { weight: 2, arbitrary: fc.constantFrom(...STOP_WORDS) },
    ),
    { minLength: 5, maxLength: 40 },
  )
  .filter((words) => new Set(words.filter(isTelling)).size >= 2);

/** Sentences, and which of them is meant. */
export const arbitraryText = fc
  .array(arbitrarySentence, { minLength: 1, maxLength: 12 })
  .chain((sentences) =>
    fc.record({ sentences: fc.constant(sentences), at: fc.nat({ max: sentences.length - 1 }) }),
  );

/** A sentence as it is printed. */
export const print = (words: readonly string[]): string => {
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Pages of these texts. */
export const pagesOf = (texts: readonly string[], kind: PageKind = 'edition'): Page[] =>
  texts.map((text, index) => ({
    id: 'made',
    page: index + 1,
    label: `p. ${index + 1}`,
    text,
    kind,
    url: null,
  }));
