import { expect, test } from 'vitest';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { find } from '../../src/search/minisearch/find.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import { textsInMemory } from '../../src/search/minisearch/texts/build-texts.ts';
import { asReadTexts } from '../../src/search/minisearch/texts/read-texts.ts';
import { TEXT_SHARE } from '../../src/search/ranking/texts-beside-records.ts';
import { aDocument, aPage } from '../support/documents.ts';

const filling = 'Many other things of no weight were said and put on paper that year.';
const WORDS = 'treaty harbour census vineyard glacier';
const documents = [
  aDocument({ id: 'best', title: `${WORDS}, draft`, description: `Annulled. ${WORDS}` }),
  aDocument({ id: 'record', title: 'Report', description: `Of a treaty and a census. ${filling}` }),
  aDocument({ id: 'text', title: 'Letter' }),
  aDocument({ id: 'annulled', title: 'Annulled' }),
  aDocument({ id: 'linked', title: 'Annulled note', url: 'https://example.org/1' }),
];
const pages = [
  aPage({ id: 'text', text: `The harbour. ${filling}` }),
  aPage({ id: 'annulled', text: `${WORDS} ${WORDS}` }),
];

function opened() {
  const packed = packDocuments(documents);
  const index = openIndex(packed, indexDocuments(packed), []);
  index.setTexts(asReadTexts(textsInMemory(pages)));
  return index;
}

test('the best score, by which others are measured, is that of what meets all demands', () => {
  const index = opened();
  const at = (id: string) => packedAt(index, id);
  const free = find(index, WORDS);
  expect(free.best).toBe(at('best'));
  const demanding = find(index, `${WORDS} -annulled`);
  expect([...demanding.ordinals].sort()).toEqual([at('record'), at('text')].sort());
  expect(demanding.best).toBe(at('record'));
  expect(demanding.top).toBe(demanding.scores.at[at('record')]);
  expect(demanding.top).toBeLessThan(free.top);
  // A text counts as a share of the best record that is found, by the best text that is found.
  expect(demanding.scores.at[at('text')]).toBeCloseTo(TEXT_SHARE * demanding.top, 10);
});

test('what is named is found only where it meets the demands, and then stands above all', () => {
  const index = opened();
  const linked = packedAt(index, 'linked');
  const kept = find(index, `https://example.org/1 treaty`);
  expect(kept.named).toEqual([linked]);
  expect(Math.max(...kept.scores.at)).toBe(kept.scores.at[linked]);
  const demanding = find(index, `https://example.org/1 treaty -annulled`);
  expect(demanding.ordinals).not.toContain(linked);
  expect(demanding.scores.at[linked]).toBe(0);
  expect(demanding.unheldLinks).toEqual([]);
});

function packedAt({ documents }: ReturnType<typeof opened>, id: string): number {
  const ordinal = documents.ordinalOf(id);
  if (ordinal === undefined) throw new Error(`no document ${id}`);
  return ordinal;
}
