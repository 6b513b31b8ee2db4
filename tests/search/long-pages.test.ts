import { expect, test } from 'vitest';
import { textsInMemory } from '../../src/search/minisearch/texts/build-texts.ts';
import { openTextPages } from '../../src/search/minisearch/texts/text-pages.ts';
import { snippetAt } from '../../src/search/text/snippet-at.ts';
import { aPage } from '../support/documents.ts';
import { marked, plain } from './queries.ts';

const words = Array.from({ length: 2300 }, (_, i) => `word${i}`);
const text = words.join(', ');

test('a long page is kept with where every 500th of its words begins', () => {
  const database = textsInMemory([
    aPage({ page: 1, text: 'A short page.' }),
    aPage({ page: 2, text }),
  ]);
  const { pageAt, pages } = openTextPages(database);
  const kept = pageAt(1, 1500);
  expect(kept?.anchors?.map((at) => text.slice(at).split(',')[0])).toEqual([
    'word0',
    'word500',
    'word1000',
    'word1500',
    'word2000',
  ]);
  expect(pageAt(1, 0)).not.toHaveProperty('anchors');
  const window = { offset: 0, limit: 2 };
  expect(pages(1, 'a-document', window).pages[1]).toEqual(aPage({ page: 2, text }));
});

test('its passages are the same as without, wherever they stand', () => {
  const anchors = [0, 500, 1000, 1500, 2000].map((word) => text.indexOf(`word${word}`));
  for (const word of [0, 3, 499, 500, 501, 999, 1000, 1700, 2000, 2290, 2299]) {
    const worth = new Map([[`word${word}`, 1]]);
    const snippet = snippetAt({ text, anchors }, word, worth);
    expect(marked(snippet)).toEqual([`word${word}`]);
    expect(snippet).toEqual(snippetAt({ text }, word, worth));
  }
});

test('only so much of it is read as is shown', () => {
  // Whoever read it from its beginning would count other words.
  const beginning = 'Left out. '.repeat(20);
  const page = {
    text: `${beginning}${text}`,
    anchors: [0, 500, 1000, 1500, 2000].map(
      (word) => beginning.length + text.indexOf(`word${word}`),
    ),
  };
  const snippet = snippetAt(page, 1200, new Map([['word1200', 1]]));
  expect(marked(snippet)).toEqual(['word1200']);
  expect(plain(snippet)).not.toContain('Left');
});
