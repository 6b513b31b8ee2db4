import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CorpusError } from '../../src/data/corpus/problem.ts';
import { type Page, textsPath } from '../../src/data/texts/page.ts';
import type { Archive } from '../../src/search/archive.ts';
import type { TextNews } from '../../src/search/minisearch/texts/load-texts.ts';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import { aDocument, aPage } from '../support/documents.ts';
import { writeCorpus, writePages } from '../support/room.ts';
import { found } from './queries.ts';

const documents = ['a', 'b', 'c', 'd'].map((id) => aDocument({ id, title: `Despatch ${id}` }));
const pages = (texts: Record<string, string>): Page[] =>
  Object.entries(texts).map(([id, text]) => aPage({ id, text }));
const BEFORE = { a: 'The Boxers rise.', b: 'Opium of Canton.', c: 'Sugar of Cuba.' };

async function aCorpus(texts: Record<string, string> = BEFORE) {
  const { folder, path } = await writeCorpus(documents, [], [], pages(texts));
  const given = {
    corpus: [path],
    names: undefined,
    snapshot: join(folder, 'kept', 'index.snapshot'),
  };
  const open = async () => {
    const news: TextNews[] = [];
    const opened = await openThreadedArchive(
      given,
      () => {},
      undefined,
      (one) => news.push(one),
    );
    onTestFinished(opened.close);
    return { ...opened, news };
  };
  const databases = async () =>
    (await readdir(join(folder, 'kept'))).filter((name) => name.includes('texts-'));
  return { folder, path, given, open, databases };
}

const inTexts = (archive: Archive, text: string) => found(archive, text, { in: 'texts' });

describe('texts that change', () => {
  test('are found as they are now, by a bot that goes on', async () => {
    const { open, path, databases } = await aCorpus();
    const opened = await open();
    expect(await inTexts(opened.archive, 'opium')).toEqual(['b']);
    await writePages(path, pages({ ...BEFORE, b: 'Silk of Canton.', d: 'The Boxers fell.' }));
    let now = await opened.reload();
    expect(await found(now?.archive as Archive, 'opium')).toEqual([]);
    expect(await inTexts(now?.archive as Archive, 'silk')).toEqual(['b']);
    expect((await inTexts(now?.archive as Archive, 'boxers')).sort()).toEqual(['a', 'd']);
    expect(await databases()).toHaveLength(1);

    await writePages(path, pages({ d: 'The Boxers fell.' }));
    now = await opened.reload();
    expect(await inTexts(now?.archive as Archive, 'boxers canton')).toEqual(['d']);
    expect(await now?.archive.textCoverage()).toMatchObject({ documents: 1, pages: 1, words: 3 });

    await rm(textsPath(path));
    now = await opened.reload();
    expect(await found(now?.archive as Archive, 'boxers')).toEqual([]);
    expect(await now?.archive.textCoverage()).toMatchObject({ documents: 0 });
  });

  test('stay with whoever began before', async () => {
    const { open, path } = await aCorpus();
    const opened = await open();
    await writePages(path, pages({ a: 'Nothing.' }));
    await opened.reload();
    expect(await inTexts(opened.archive, 'boxers')).toEqual(['a']);
  });

  test('of the same documents are told apart from documents that change', async () => {
    const { open, path } = await aCorpus();
    const opened = await open();
    const others = [aDocument({ id: '0', title: 'First' }), ...documents.slice(1)];
    await writeFile(path, others.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const now = await opened.reload();
    expect(await inTexts(now?.archive as Archive, 'boxers')).toEqual([]);
    expect(await inTexts(now?.archive as Archive, 'opium')).toEqual(['b']);
  });
});

describe('texts that are kept', () => {
  test('are opened as they are at the next start', async () => {
    const { open, databases, folder } = await aCorpus();
    await (await open()).close();
    const [name = ''] = await databases();
    const path = join(folder, 'kept', name);
    const { mtimeMs } = await stat(path);
    const again = await open();
    expect(await inTexts(again.archive, 'opium')).toEqual(['b']);
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    expect(await databases()).toEqual([name]);
  });

  test('take over what is the same from those before', async () => {
    const { open, databases, path } = await aCorpus();
    await (await open()).close();
    const before = await databases();
    await writePages(path, pages({ ...BEFORE, b: 'Silk of Canton.' }));
    const again = await open();
    expect(await inTexts(again.archive, 'opium')).toEqual([]);
    expect((await inTexts(again.archive, 'silk boxers')).sort()).toEqual(['a', 'b']);
    const page = await again.archive.search({
      text: 'opum',
      filter: {},
      sort: 'relevance',
      offset: 0,
      limit: 9,
    });
    // What no text prints any more isn't offered either.
    expect([page.corrections, page.offers ?? []]).toEqual([[], []]);
    const after = await databases();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });

  test.each(['', 'no database', 'SQLite format 3\0 broken off'])(
    'are made again where the file holds “%s”',
    async (content) => {
      const { open, databases, folder } = await aCorpus();
      await (await open()).close();
      const [name = ''] = await databases();
      await writeFile(join(folder, 'kept', name), content);
      const again = await open();
      expect(await inTexts(again.archive, 'opium')).toEqual(['b']);
    },
  );
});

describe('texts that can’t be read', () => {
  test('leave the records searchable, and are told of', async () => {
    const { open, path } = await aCorpus();
    await writeFile(textsPath(path), '{"id": broken');
    const { archive, news } = await open();
    expect(await found(archive, 'despatch', { in: 'records' })).toHaveLength(4);
    const both = { text: 'despatch', filter: {}, sort: 'relevance', offset: 0, limit: 1 } as const;
    expect(await archive.search(both)).toMatchObject({ total: 4, lacksTexts: true });
    await expect(inTexts(archive, 'boxers')).rejects.toThrow('The texts can’t be read right now');
    await expect(archive.pages('a', { offset: 0, limit: 1 })).rejects.toThrow('can’t be read');
    const [first] = news;
    expect(first?.kind === 'unread' && first.error).toBeInstanceOf(CorpusError);
  });

  test('leave those from before in place', async () => {
    const { open, path } = await aCorpus();
    const opened = await open();
    await writeFile(textsPath(path), '{"id": broken');
    const now = await opened.reload();
    expect(await inTexts(now?.archive as Archive, 'opium')).toEqual(['b']);
    expect(opened.news.map(({ kind }) => kind)).toEqual(['read', 'unread']);
  });

  test('are those of one document in two files', async () => {
    const { given, path } = await aCorpus();
    const other = await writeCorpus([aDocument({ id: 'z' })], [], [], pages({ a: 'Again.' }));
    const news: TextNews[] = [];
    const opened = await openThreadedArchive(
      { ...given, corpus: [path, other.path] },
      () => {},
      undefined,
      (one) => news.push(one),
    );
    onTestFinished(opened.close);
    expect(news.map((one) => one.kind === 'unread' && one.error.message).join()).toContain(
      '"a" already has a text in',
    );
  });
});

describe('many texts', () => {
  const many = 'Opium and tea were carried to Canton by the ships of many nations. '.repeat(66_000);
  const isTold = (news: readonly TextNews[], told: readonly TextNews[]) =>
    expect.poll(() => news, { timeout: 60_000 }).toEqual(told);

  test('are read while records are searched already', async () => {
    const { open } = await aCorpus({ a: 'The Boxers rise.', b: many });
    const { archive, news } = await open();
    expect(await found(archive, 'despatch', { in: 'records' })).toHaveLength(4);
    expect(await archive.textCoverage()).toMatchObject({ documents: 0, pending: 0 });
    await expect(inTexts(archive, 'boxers')).rejects.toThrow('The texts are still being read');
    await isTold(news, [{ kind: 'read', documents: 2, pages: 2 }]);
    expect(await inTexts(archive, 'boxers')).toEqual(['a']);
    expect(await archive.textCoverage()).toMatchObject({ documents: 2, pages: 2 });
  });

  test('are read once, though the corpus changes meanwhile', async () => {
    const { open, path, databases } = await aCorpus({ a: 'The Boxers rise.', b: many });
    const opened = await open();
    const more = [...documents, aDocument({ id: 'e', title: 'Despatch e' })];
    await writeFile(path, more.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const now = await opened.reload();
    await isTold(opened.news, [{ kind: 'read', documents: 2, pages: 2 }]);
    expect(await inTexts(now?.archive as Archive, 'boxers')).toEqual(['a']);
    expect(await databases()).toHaveLength(1);
  });

  test('that change while they are read are found as they are now', async () => {
    const { open, path, databases } = await aCorpus({ a: 'The Boxers rise.', b: many });
    const opened = await open();
    await writePages(path, pages({ a: 'Silk.', b: many }));
    await opened.reload();
    await writePages(path, pages({ a: 'Silk of Canton.', c: 'Sugar.' }));
    const now = await opened.reload();
    await isTold(opened.news, [{ kind: 'read', documents: 2, pages: 2 }]);
    expect((await inTexts(now?.archive as Archive, 'silk sugar')).sort()).toEqual(['a', 'c']);
    expect(await databases()).toHaveLength(1);
  });
});
