import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { starterCorpus } from '../../src/data/starter.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch/engine.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { aDocument } from '../support/documents.ts';
import { aQuery } from './queries.ts';

type Pair = { class: string; typed: string; printed: string };

/** Names as they are asked for and as a document may print them. */
const pairs = parse<Pair>(readFileSync(join(import.meta.dirname, 'names', 'pairs.csv')), {
  columns: true,
});
const { documents } = await loadCorpus(starterCorpus());
const names = loadNames();
const about = pairs.map(({ printed }, i) => aDocument({ id: `pair-${i}`, title: printed }));
const mixed = createMiniSearchEngine([...documents, ...about], names);
const starter = createMiniSearchEngine(documents, names);

async function isFound({ typed, printed }: Pair): Promise<boolean> {
  const { hits, corrections } = await mixed.search(aQuery(typed, { limit: 5 }));
  expect(corrections, typed).toEqual([]);
  return hits.some(({ document }) => document.id.startsWith('pair-') && document.title === printed);
}

describe('names of thirteen classes among the documents of the starter corpus', () => {
  test.each([...Map.groupBy(pairs, (pair) => pair.class)])(
    '%s: most are in the first five, and none is corrected',
    async (_, ofClass) => {
      const found = await Promise.all(ofClass.map(isFound));
      expect(found.filter(Boolean).length / ofClass.length).toBeGreaterThanOrEqual(0.65);
    },
  );

  test('nine of ten are found in all', async () => {
    const found = await Promise.all(pairs.map(isFound));
    expect(found.filter(Boolean).length / pairs.length).toBeGreaterThanOrEqual(0.9);
  });
});

test('few words of the starter corpus are joined with another name', async () => {
  const printed = documents.flatMap(({ title, description }) => [title, description ?? '']);
  const capitalised = new Set(
    printed.flatMap((text) => text.match(/\p{Lu}[\p{L}’'-]{3,}/gu) ?? []),
  );
  const joined = [];
  for (const word of capitalised) {
    const { otherNames } = await starter.search(aQuery(word, { limit: 1 }));
    if (otherNames.length > 0) joined.push(word);
  }
  expect(joined.length / capitalised.size).toBeLessThan(0.025);
  for (const word of ['Seward', 'Olney', 'Salisbury', 'Department', 'Minister']) {
    expect(joined, word).not.toContain(word);
  }
});
