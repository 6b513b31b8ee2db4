import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { type Page, textsPath } from '../../src/data/texts/page.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import { createTextLoader, type TextNews } from '../../src/search/minisearch/texts/load-texts.ts';
import { aDocument, aPage } from '../support/documents.ts';
import { writeCorpus } from '../support/room.ts';

const documents = ['a', 'b', 'c'].map((id) => aDocument({ id, title: `Despatch ${id}` }));
const BEFORE = [aPage({ id: 'a', text: 'The Boxers rise.' })];

afterEach(() => vi.useRealTimers());

/** A loader of the texts of a corpus, and an index for it to give them to. */
async function aLoader(pages: readonly Page[] = BEFORE) {
  const { folder, path } = await writeCorpus(documents, [], [], pages);
  const snapshot = join(folder, 'kept', 'index.snapshot');
  const packed = packDocuments(documents);
  const index = openIndex(packed, indexDocuments(packed), []);
  const given = vi.spyOn(index, 'setTexts');
  const databases = () =>
    given.mock.calls.flatMap(([read]) => ('kind' in read ? [] : [read as Database.Database]));
  onTestFinished(() => {
    for (const one of databases()) one.close();
  });
  const news: TextNews[] = [];
  const load = (kept: string | undefined = snapshot) =>
    createTextLoader({ corpus: [path], snapshot: kept }, (one) => news.push(one));
  return { path, folder, index, databases, news, load };
}

test('the database of texts that were removed is closed when nobody asks it any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { path, index, databases, load } = await aLoader();
  const loader = load();
  await loader.load(index);
  await rm(textsPath(path));
  await loader.load(index);
  expect(databases().map(({ open }) => open)).toEqual([true]);
  vi.advanceTimersByTime(60_000);
  expect(databases().map(({ open }) => open)).toEqual([false]);
});
