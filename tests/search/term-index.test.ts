import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { madeRecord } from '../../scripts/made-sources/made-record.ts';
import { documentStems, indexTerms } from '../../src/search/minisearch/index-terms.ts';
import { noScores } from '../../src/search/minisearch/scores.ts';
import { createTermIndex } from '../../src/search/minisearch/term-index.ts';
import { aDocument } from '../support/documents.ts';

const documents = Array.from({ length: 400 }, (_, number) => {
  const { title, description } = madeRecord(number);
  return aDocument({ id: `d${number}`, title, description: description.slice(0, 5 * number) });
});
const index = createTermIndex(indexTerms(documents));

test('scores are those of MiniSearch without its bonuses', () => {
  const peer = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { bm25: { k: 1.2, b: 0.7, d: 0 } },
  });
  peer.addAll(documents.map((it, id) => ({ id, text: documentStems(it).join(' ') })));
  const stems = ['telegram', 'border', 'treati', '17', 'nowher'];
  const scores = noScores(documents.length);
  index.score(new Map(stems.map((stem) => [stem, 1])), scores);
  const expected = peer.search(stems.join(' '));
  expect(expected.length).toBeGreaterThan(100);
  expect(scores.places).toHaveLength(expected.length);
  for (const { id, score, queryTerms } of expected) {
    expect(scores.at[id]).toBeCloseTo(score / queryTerms.length, 4);
  }
});
