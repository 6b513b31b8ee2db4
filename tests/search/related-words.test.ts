import { expect, test } from 'vitest';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { aDocument } from '../support/documents.ts';

const others = Array.from({ length: 60 }, (_, at) =>
  aDocument({ id: `other-${at}`, title: `Minutes of the Department, part ${at}`, description: '' }),
);
const reasons = async (one: string, other: string, people: string[] = []) => {
  const { related } = createMiniSearchEngine([
    aDocument({ id: 'one', title: one, description: '', people }),
    aDocument({ id: 'two', title: other, description: '', people }),
    ...others,
  ]);
  return (await related('one', 1))[0]?.why.words;
};

test.each([
  [
    'a name is said whole',
    'The fisheries of Great Britain',
    'Great Britain and its fisheries',
    [],
    ['Great Britain', 'fisheries'],
  ],
  [
    'and not at all where only a part of it is common',
    'Great Britain and the fisheries',
    'The great fisheries',
    [],
    ['fisheries'],
  ],
  [
    'a person named by both is no word as well',
    'Mikoyan on Xinjiang',
    'Xinjiang and Mikoyan',
    ['Anastas Mikoyan'],
    ['Xinjiang'],
  ],
  [
    'nor is what most documents hold',
    'Department on opium',
    'Opium, by the Department',
    [],
    ['opium'],
  ],
  ['nor are single letters', 'X on opium', 'Opium: X', [], ['opium']],
])('%s', async (_, one, other, people, expected) => {
  expect((await reasons(one, other, people))?.toSorted()).toEqual(expected.toSorted());
});
