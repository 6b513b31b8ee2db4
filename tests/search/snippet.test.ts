import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terms } from '../../src/search/text/analysis.ts';
import { createSnippet, SNIPPET_LENGTH } from '../../src/search/text/snippet.ts';
import { marked, plain } from './queries.ts';

const weigh = (query: string) => new Map(terms(query).map(({ stem }) => [stem, 1]));
const snippet = (text: string, query: string) => createSnippet(text, weigh(query));

const FILLER = 'It was a quiet day at the ministry and nobody came. ';

describe('createSnippet', () => {
  it('shows a short text whole', () => {
    expect(snippet('Talks\n  on Berlin’s future.', 'berlin')).toEqual([
      { text: 'Talks on ', match: false },
      { text: 'Berlin’s', match: true },
      { text: ' future.', match: false },
    ]);
  });

  it('begins and ends with a sentence where one is near', () => {
    const text = `${FILLER.repeat(5)}Mr. Adams met No. 5 of the U.S. delegation in Berlin. ${FILLER.repeat(5)}`;
    const shown = plain(snippet(text, 'delegation'));
    expect(shown).toMatch(/^…(It was|Mr\. Adams).+nobody came\.…$/);
    expect(shown).toContain('Mr. Adams met No. 5 of the U.S. delegation in Berlin.');
  });

  it('begins and ends with a word where no sentence is near', () => {
    const text = `${'alpha '.repeat(60)}Berlin ${'omega '.repeat(60)}`;
    expect(plain(snippet(text, 'berlin'))).toMatch(/^…(alpha )+Berlin( omega)+…$/);
  });

  it('prefers the passage with the rarer words', () => {
    const text = `The council met. ${FILLER.repeat(6)}A uranium mine was sold. ${FILLER.repeat(6)}`;
    const weights = new Map([...weigh('council'), ['uranium', 5]]);
    expect(marked(createSnippet(text, weights))).toEqual(['uranium']);
  });

  it('counts a word that is said again only once', () => {
    const text = `Council, council, council, council. ${FILLER.repeat(6)}The council bought uranium.`;
    expect(marked(snippet(text, 'council uranium'))).toEqual(['council', 'uranium']);
  });

  it('marks a hyphenated name as one', () => {
    expect(marked(snippet('With Chou En-lai there', 'enlai'))).toEqual(['En-lai']);
    expect(marked(snippet('论毛泽东思想', '毛泽东'))).toEqual(['毛泽东']);
  });

  it('shows the beginning where nothing matches, and nothing of nothing', () => {
    expect(plain(snippet(FILLER.repeat(9), 'berlin'))).toMatch(/^It was a quiet .+…$/);
    expect(snippet('', 'berlin')).toEqual([]);
  });

  const word = fc.constantFrom(
    'Berlin',
    'the',
    'wall',
    'Mr.',
    'end.',
    '毛泽东',
    '🕵️‍♀️',
    'x'.repeat(300),
    '\n\n',
  );
  const text = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '));

  it('is a part of the text, never longer than its measure, with nothing cut in two', () => {
    const anyText = fc.oneof(text, fc.string({ unit: 'grapheme', maxLength: 600 }));
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('berlin wall', '毛泽东', 'x'.repeat(300)),
        (text, query) => {
          const pieces = snippet(text, query);
          const shown = plain(pieces);
          expect(shown.length).toBeLessThanOrEqual(SNIPPET_LENGTH);
          const normal = text.replace(/\s+/g, ' ').trim();
          expect(normal === shown || normal.includes(shown.replace(/^…|…$/g, ''))).toBe(true);
          expect(shown.isWellFormed()).toBe(true);
          expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds a match wherever the text has one', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('Berlin', 'wall', '毛泽东'), (text, query) => {
        expect(marked(snippet(text, query)).length > 0).toBe(text.includes(query));
      }),
      { numRuns: 500 },
    );
  });
});
