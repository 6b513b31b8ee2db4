import { expect, test } from 'vitest';
import { collectionYears, gapsThatMatter } from '../../../src/data/corpus/gaps.ts';
import { aDay, aDocument } from '../../support/documents.ts';

const documents = [
  aDocument({ id: 'a', collection: 'Talks', date: aDay('1949-01-31') }),
  aDocument({ id: 'b', collection: 'Talks', date: aDay('1962-10-16') }),
  aDocument({ id: 'c', collection: 'Scraps', date: aDay('1800-01-01') }),
];
const coverage = [
  { collection: 'Talks', listed: 71, held: 10, missing: [] },
  { collection: 'Scraps', listed: 3, held: 3, missing: [] },
  { collection: 'Nothing yet', listed: 5, held: 0, missing: [] },
];
const asked = (filter: Parameters<typeof gapsThatMatter>[2]) =>
  gapsThatMatter(coverage, collectionYears(documents), filter).map(({ collection }) => collection);

test.each([
  ['anything', {}, ['Talks', 'Nothing yet']],
  ['another collection', { collection: 'scraps' }, []],
  ['the collection itself', { collection: 'TALKS' }, ['Talks']],
  ['its own time', { from: '1960-01-01', to: '1961-01-01' }, ['Talks', 'Nothing yet']],
  ['a time shortly before', { to: '1945-01-01' }, ['Talks', 'Nothing yet']],
  ['a time long before', { to: '1861-01-01' }, ['Nothing yet']],
  ['a time long after', { from: '1989-01-01' }, ['Nothing yet']],
])('who asks for %s is told of what may be missing', (_, filter, expected) => {
  expect(asked(filter)).toEqual(expected);
});
