import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTermsReader } from '../../src/search/text/analysis.ts';
import {
  analyzePages,
  firstWordsOf,
  leftOutWords,
  placeWords,
  wholeText,
} from '../../src/search/text/placed-words.ts';
import { snippetAt } from '../../src/search/text/snippet-at.ts';
import { readsByItself } from '../../src/search/text/word.ts';

const analyze = createTermsReader(100);

/** Pages of a few lines, many of which end with half a word, with numbers and heads at their ends. */
const pages = fc.array(
  fc
    .record({
      above: fc.constantFrom('', '413\n', 'FOREIGN RELATIONS.\n', '[412] FOREIGN RELATIONS.\n'),
      body: fc.constantFrom('the open door', 'claimed then', 'of the pro-', 'ference met'),
      rest: fc.constantFrom('', ' with the con-', '\nat home'),
      below: fc.constantFrom('', '\n412', '\n\n- xii -', '\n* A note.'),
    })
    .map(({ above, body, rest, below }) => ({ text: `${above}${body}${rest}${below}` })),
  { minLength: 1, maxLength: 5 },
);

test('a word of pages stands where it is printed, and is found again on its page', () => {
  fc.assert(
    fc.property(pages, (given) => {
      const text = wholeText(given);
      const words = analyzePages(given, analyze);
      for (const { word, start, end } of words.filter(readsByItself))
        expect(text.slice(start, end).toLowerCase()).toBe(word);
      const firstWords = firstWordsOf(given, words);
      const leftOut = leftOutWords(given, analyze);
      for (const [i, { first }] of placeWords(words).entries()) {
        const found = words[i];
        if (!found || !readsByItself(found) || found.kind === 'stop word') continue;
        const page = firstWords.findLastIndex((one) => one <= first);
        const worth = new Map([[found.stem, 1]]);
        const on = { text: given[page]?.text ?? '', leftOut: leftOut[page] };
        const marked = snippetAt(on, first - (firstWords[page] ?? 0), worth);
        expect(marked.some(({ match }) => match)).toBe(true);
      }
    }),
  );
});

test('nothing is left out but what stands between two halves of a word', () => {
  fc.assert(
    fc.property(pages, (given) => {
      const read = analyze(wholeText(given)).filter(readsByItself);
      const kept = new Set(analyzePages(given, analyze).map(({ start }) => start));
      const left = read.filter(({ start }) => !kept.has(start)).map(({ word }) => word);
      for (const word of left) expect(word).toMatch(/^(?:\d+|xii|foreign|relations)$/);
    }),
  );
});

test('a long page without a number costs no more than a short one', () => {
  const given = ['It was pro-', '.'.repeat(200_000), 'claimed'].map((text) => ({ text }));
  expect(analyzePages(given, analyze).map(({ word }) => word)).toEqual([
    'it',
    'was',
    'pro',
    'claimed',
  ]);
});
