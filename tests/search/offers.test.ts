import { describe, expect, test } from 'vitest';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { aDocument } from '../support/documents.ts';
import { aQuery } from './queries.ts';

const engine = createMiniSearchEngine(
  ['arising fixed miller June Kwangsi government Khrushchev', 'harbour'].map((title, i) =>
    aDocument({ id: `d${i}`, title }),
  ),
  [['Jiangxi', 'Kiangsi']],
);

describe('a word that is no slip is never searched for as another', () => {
  test.each([
    ['uprising', 'arising', 'a word of the language'],
    ['mixed', 'fixed', 'another form of one'],
    ['Müller', 'miller', 'capitalised'],
    ['Pune', 'june', 'capitalised'],
    ['kiangsi', 'kwangsi', 'on the list of names'],
  ])('%s is offered %s: it is %s', async (typed, used) => {
    const page = await engine.search(aQuery(typed));
    expect(page).toMatchObject({ total: 0, corrections: [], unknown: [typed] });
    if (page.offers) expect(page.offers).toEqual([{ typed, used }]);
  });

  test('unless it is asked for', async () => {
    const page = await engine.search(aQuery('Pune', { adoptsOffers: true }));
    expect(page).toMatchObject({ total: 1, corrections: [{ typed: 'Pune', used: 'june' }] });
  });
});

test.each([
  ['goverment', 'government'],
  ['khruschev', 'khrushchev'],
  ['THE GOVERMENT', 'government'],
])('the slip in %s is corrected', async (typed, used) => {
  const page = await engine.search(aQuery(typed));
  expect(page.corrections.map((one) => one.used)).toEqual([used]);
});
