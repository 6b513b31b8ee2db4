import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { packDocuments } from '../../src/data/corpus/packed-documents.ts';
import { sidecarPath } from '../../src/data/corpus/read-sidecar.ts';
import { asTexts } from '../../src/data/texts/by-document.ts';
import { type Page, textsPath } from '../../src/data/texts/page.ts';
import { indexDocuments } from '../../src/search/index/index-documents.ts';
import { openArchive } from '../../src/search/minisearch/create-archive.ts';
import { openIndex } from '../../src/search/minisearch/search-index.ts';
import { buildTexts, readMade } from '../../src/search/minisearch/texts/build-texts.ts';
import { createTextLoader, type TextNews } from '../../src/search/minisearch/texts/load-texts.ts';
import { placeIn } from '../../src/search/minisearch/texts/text-folder.ts';
import { textsDigest } from '../../src/search/minisearch/texts/texts-digest.ts';
import { loadNames } from '../../src/search/names/authority.ts';
import { createSpellings } from '../../src/search/names/spellings.ts';
import { aDocument, aPage } from '../support/documents.ts';
import { writeCorpus, writePages } from '../support/room.ts';
import { aQuery } from './queries.ts';

const documents = ['a', 'b', 'c'].map((id) => aDocument({ id, title: `Despatch ${id}` }));
const BEFORE = [aPage({ id: 'a', text: 'The Boxers rise.' })];

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** A loader of the texts of a corpus, and an index for it to give them to. */
async function aLoader(pages: readonly Page[] = BEFORE) {
  const { folder, path } = await writeCorpus(documents, [], [], pages);
  const snapshot = join(folder, 'kept', 'index.snapshot');
  const packed = packDocuments(documents);
  const spellings = createSpellings();
  const index = openIndex(packed, indexDocuments(packed), loadNames(undefined), spellings);
  const given = vi.spyOn(index, 'setTexts');
  const databases = () =>
    given.mock.calls.flatMap(([read]) => ('kind' in read ? [] : [read.database]));
  onTestFinished(() => {
    for (const one of databases()) one.close();
  });
  const news: TextNews[] = [];
  const load = (kept: string | undefined = snapshot) =>
    createTextLoader({ corpus: [path], snapshot: kept }, spellings, (one) => news.push(one));
  return { path, folder, index, spellings, databases, news, load };
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

test('texts that couldn’t be read are read again when the reason may have passed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { path, index, news, load } = await aLoader();
  const fixity = sidecarPath(textsPath(path), 'fixity');
  await writeFile(fixity, 'cut off');
  await load().load(index);
  expect(index.textState.kind).toBe('failed');
  await vi.advanceTimersByTimeAsync(2000);
  await vi.waitUntil(() => news.length === 2, { timeout: 10_000 });
  await rm(fixity);
  await vi.advanceTimersByTimeAsync(3999);
  expect(news).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  await vi.waitUntil(() => news.length === 3, { timeout: 10_000 });
  expect(index.textState.kind).toBe('ready');
  expect(news.map((one) => (one.kind === 'unread' ? one.stays : one.kind))).toEqual([
    false,
    false,
    'read',
  ]);
});

test('texts with something wrong in a line are read again when they change', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { path, index, news, load } = await aLoader();
  await writeFile(textsPath(path), '{"id": broken');
  const loader = load();
  await loader.load(index);
  expect([news.length, vi.getTimerCount()]).toEqual([1, 0]);
  await writePages(path, BEFORE);
  await loader.load(index);
  expect(index.textState.kind).toBe('ready');
});

describe('texts that aren’t kept', () => {
  test.each([
    ['where nothing is to be', () => undefined],
    ['where a file stands in the way', (folder: string) => join(folder, 'corpus.jsonl', 'x')],
    ['where nothing can be written', () => '/proc/index.snapshot'],
  ])('are read again when they change %s, and leave nothing behind', async (_, snapshotIn) => {
    const { path, folder, index, news, databases } = await aLoader();
    const snapshot = snapshotIn(folder);
    vi.stubEnv('TMPDIR', await mkdtemp(join(folder, 'temporary-')));
    const loader = createTextLoader({ corpus: [path], snapshot }, createSpellings(), (one) =>
      news.push(one),
    );
    await loader.load(index);
    await writePages(path, [aPage({ id: 'b', text: 'Silk.' }), aPage({ id: 'c', text: 'Tea.' })]);
    await loader.load(index);
    expect(news.filter(({ kind }) => kind === 'read')).toEqual([
      { kind: 'read', documents: 1, pages: 1 },
      { kind: 'read', documents: 2, pages: 2 },
    ]);
    expect(news.filter(({ kind }) => kind === 'unkept')).toHaveLength(snapshot ? 2 : 0);
    expect(databases()).toHaveLength(3);
    await writeFile(textsPath(path), 'broken');
    await loader.load(index);
    expect(await readdir(tmpdir())).toEqual([]);
  });
});

describe('databases in one folder', () => {
  test('of different corpora leave each other alone', async () => {
    const one = await aLoader();
    const other = await aLoader([aPage({ id: 'b', text: 'Silk.' })]);
    const kept = join(one.folder, 'kept');
    for (const { load, index } of [one, other, one, other])
      await load(join(kept, 'index.snapshot')).load(index);
    expect(await readdir(kept)).toHaveLength(2);
  });

  test('of the same corpora are read by two processes at once', async () => {
    const { folder, load, news, spellings } = await aLoader();
    const indexes = Array.from({ length: 2 }, () => {
      const packed = packDocuments(documents);
      return openIndex(packed, indexDocuments(packed), [], spellings);
    });
    await Promise.all(indexes.map((index) => load().load(index)));
    expect(news.map(({ kind }) => kind)).toEqual(['read', 'read']);
    for (const { textState } of indexes) expect(textState.kind).toBe('ready');
    expect(await readdir(join(folder, 'kept'))).toHaveLength(1);
  });

  test('are neither made nor opened without texts', async () => {
    const { folder, index, load, databases, news } = await aLoader([]);
    await load().load(index);
    expect([index.textState.kind, databases(), news]).toEqual(['none', [], []]);
    expect(await readdir(folder)).not.toContain('kept');
  });

  test('are read whatever can’t be removed or copied there', async () => {
    const { folder, path, index, news, load } = await aLoader();
    const made = { settings: textsDigest(), sources: 'others' };
    const kept = join(folder, 'kept');
    // A folder in the place of a file can't be removed as one.
    await mkdir(placeIn(kept, [path], made), { recursive: true });
    await load().load(index);
    expect(news).toEqual([{ kind: 'read', documents: 1, pages: 1 }]);
    const draft = join(folder, 'draft.db');
    const texts = asTexts(BEFORE);
    await buildTexts(draft, texts, made, join(folder, 'removed.db'));
    expect(readMade(draft)).toEqual(made);
  });
});

test('what is gone doesn’t pile up, however often texts change', async () => {
  const { path, folder, index, load } = await aLoader();
  const kept = join(folder, 'kept');
  const words = Array.from({ length: 3000 }, (_, i) => `w${i.toString(26)}`).join(' ');
  const sizes: number[] = [];
  const loader = load();
  for (let change = 0; change < 6; change += 1) {
    await writePages(
      path,
      documents.map(({ id }) => aPage({ id, label: `p. ${change}`, text: words })),
    );
    await loader.load(index);
    const [name = ''] = await readdir(kept);
    sizes.push((await stat(join(kept, name))).size);
  }
  expect(Math.max(...sizes)).toBeLessThan(2 * (sizes[0] ?? 0));
});

test('words are learned before texts are searched, some at a time', async () => {
  const text = Array.from({ length: 2000 }, (_, i) => `zz${i.toString(26)}`).join(' ');
  const { index, load, spellings } = await aLoader([aPage({ id: 'a', text })]);
  const learn = vi.spyOn(spellings, 'learn');
  const turns: number[] = [];
  let turn = 0;
  const count = () => {
    turn += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  learn.mockImplementation(() => {
    turns.push(turn);
    expect(index.textState.kind).toBe('pending');
  });
  await load().load(index);
  clearImmediate(counting);
  const learned = learn.mock.calls.flatMap(([words]) => [...words]);
  expect(learned).toHaveLength(2000);
  expect(turns.length).toBeGreaterThan(2);
  expect(new Set(turns).size).toBe(turns.length);

  learn.mockReset();
  const archive = openArchive(index, { coverage: [], series: new Map(), readAt: new Date() });
  await archive.search(aQuery('boxers'));
  const asked = learn.mock.calls.flatMap(([words]) => [...words]);
  expect(asked.filter((word) => learned.includes(word))).toEqual([]);
});
