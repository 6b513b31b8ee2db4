import { writeFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Document } from '../../src/data/corpus/document.ts';
import { CorpusError, type Problem } from '../../src/data/corpus/problem.ts';
import type { Archive } from '../../src/search/archive.ts';
import { openThreadedArchive } from '../../src/search/minisearch/thread/threaded-archive.ts';
import { archiveOf } from '../support/archives.ts';
import { aDocument } from '../support/documents.ts';
import { writeCorpus } from '../support/room.ts';
import { aQuery } from './queries.ts';

const documents = Array.from({ length: 50 }, (_, i) =>
  aDocument({ id: `d${i}`, title: `Telegram ${i}`, description: 'On the treaty' }),
);

async function open(before: readonly Document[] = documents) {
  const { path } = await writeCorpus(before);
  const given = { corpus: [path], names: undefined, snapshot: undefined };
  const opened = await openThreadedArchive(given, () => {});
  onTestFinished(opened.close);
  const write = (after: readonly Document[]) =>
    writeFile(path, after.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return { opened, path, write };
}

const total = async (archive: Archive, text: string) => (await archive.search(aQuery(text))).total;

describe('an archive whose corpus has changed', () => {
  test('answers as one that was opened with it, and says what has changed', async () => {
    const { opened, write } = await open();
    const now = [
      ...documents.slice(3, 20),
      aDocument({ id: 'new', title: 'A despatch', description: 'On furs' }),
      ...documents.slice(20, 49),
      { ...aDocument({ id: 'd49' }), title: 'Telegram revised' },
    ];
    await write(now);
    const changed = await opened.reload();
    expect(changed).toMatchObject({ documents: 48, changed: 2, removed: 3 });
    const fresh = archiveOf(now);
    for (const text of ['telegram', 'furs', 'revised treaty', 'telegrm', '"the treaty"']) {
      const query = aQuery(text, { facets: true, limit: 50 });
      expect(await changed?.archive.search(query), text).toEqual(await fresh.search(query));
    }
    const all = { offset: 0, limit: 100 };
    expect(await changed?.archive.overlapping({}, all)).toEqual(await fresh.overlapping({}, all));
    expect(await changed?.archive.suggest('tele', 9)).toEqual(await fresh.suggest('tele', 9));
  });

  test('still answers from before to whoever began there', async () => {
    const { opened, write } = await open();
    await write(documents.slice(0, 5));
    const changed = await opened.reload();
    expect(changed && (await total(changed.archive, 'telegram'))).toBe(5);
    expect(await total(opened.archive, 'telegram')).toBe(50);
  });

  test('changes again and again', async () => {
    const { opened, write } = await open();
    let current = opened;
    for (let length = 49; length > 45; length -= 1) {
      await write(documents.slice(0, length));
      current = (await current.reload()) ?? current;
      expect(await total(current.archive, 'telegram')).toBe(length);
    }
  });

  test('answers what is asked while it reads', async () => {
    const { opened, write } = await open();
    await write(documents.slice(0, 5));
    const reloading = opened.reload();
    const totals = await Promise.all(
      Array.from({ length: 20 }, () => total(opened.archive, 'telegram')),
    );
    expect(new Set(totals)).toEqual(new Set([50]));
    expect((await reloading)?.documents).toBe(5);
  });

  test('refuses to answer from long before', async () => {
    const { opened, write } = await open();
    let current = opened;
    for (const length of [40, 30]) {
      await write(documents.slice(0, length));
      current = (await current.reload()) ?? current;
    }
    await expect(total(opened.archive, 'telegram')).rejects.toThrow(/no longer held/);
  });

  test('rejects when its thread has ended', async () => {
    const { opened } = await open();
    await opened.close();
    await expect(opened.reload()).rejects.toThrow('the search thread ended');
  });

  test('stays as it was where the corpus can’t be read', async () => {
    const { opened, path } = await open();
    await writeFile(path, `${JSON.stringify(documents[0])}\n{broken\n`);
    await expect(opened.reload()).rejects.toBeInstanceOf(CorpusError);
    expect(await total(opened.archive, 'telegram')).toBe(50);
  });

  test('tells of each line whose id another has, by the first of them', async () => {
    const { opened, path } = await open([aDocument({ id: 'a' }), aDocument({ id: 'b' })]);
    const line = (title: string) => `${JSON.stringify(aDocument({ id: 'b', title }))}\n`;
    const known = `${JSON.stringify(aDocument({ id: 'b' }))}\n`;
    await writeFile(path, line('One') + known + line('Two') + known);
    const error = await opened.reload().catch((thrown) => thrown);
    expect(error.problems.map(({ line: at, reason }: Problem) => [at, reason])).toEqual(
      [2, 3, 4].map((at) => [at, `"b" is already at ${path}:1`]),
    );
  });

  test('leaves it to another thread where very much is new', async () => {
    const { opened, write } = await open();
    await write(Array.from({ length: 5001 }, (_, i) => aDocument({ id: `d${i}`, title: 'New' })));
    expect(await opened.reload()).toBeUndefined();
    expect(await total(opened.archive, 'telegram')).toBe(50);
  });

  test('checks the lines that are new, also where a check changes them', async () => {
    const { opened, path } = await open();
    const padded = { ...aDocument({ id: 'new' }), title: ' Despatch ', people: 'One Person' };
    await writeFile(path, `${JSON.stringify(padded)}\n${JSON.stringify(documents[0])}\n`);
    const changed = await opened.reload();
    const [document] = (await changed?.archive.documents(['new'])) ?? [];
    expect(document).toMatchObject({ title: 'Despatch', people: ['One Person'] });
    expect(changed).toMatchObject({ changed: 1, removed: 49 });
  });
});
