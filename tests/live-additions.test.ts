import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Document } from '../src/data/corpus/document.ts';
import { joinAdditions } from '../src/live-additions.ts';
import { createLogger } from '../src/log.ts';
import { createAddedThread } from '../src/search/minisearch/added/added-thread.ts';
import { createArchive } from '../src/search/minisearch/create-archive.ts';
import { openStore } from '../src/store/sqlite/open-store.ts';
import { aQuery, ids } from './search/queries.ts';
import { aDocument } from './support/documents.ts';

const archiveOf = (documents: readonly Document[]) =>
  createArchive({ documents, coverage: [], series: new Map(), readAt: new Date() });
const letter = (id: string, title = 'A letter') => aDocument({ id, title });

const act = (guild: string, ...documents: Document[]) => ({
  guild,
  by: 'ada',
  at: new Date(),
  kind: 'form' as const,
  file: null,
  documents: documents.map((document) => ({ document })),
});

/** The store as two processes have it. */
async function twoProcesses() {
  const path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
  const stores = [await openStore(path), await openStore(path)] as const;
  onTestFinished(async () => {
    for (const store of stores) await store.close();
  });
  return stores;
}

test('what another process changes is seen by the next question', async () => {
  const [own, other] = await twoProcesses();
  let corpus = archiveOf([letter('of-corpus')]);
  const archiveIn = joinAdditions(() => corpus, own.additions, undefined, createLogger('silent'));
  const found = async (archive = archiveIn('g1')) => ids(await archive.search(aQuery('letter')));
  expect(await found()).toEqual(['of-corpus']);
  await other.additions.add(act('g1', letter('added-a')));
  await other.additions.add(act('g2', letter('added-x')));
  const before = archiveIn('g1');
  expect(await found(before)).toEqual(['added-a', 'of-corpus']);
  await other.additions.add(act('g1', letter('added-b')));
  // Whoever holds on to one is answered by one state.
  expect(await found(before)).toEqual(['added-a', 'of-corpus']);
  expect(await found()).toEqual(['added-a', 'added-b', 'of-corpus']);
  await other.additions.undo('g1', 'ada', new Date(0), new Date());
  expect(await found()).toEqual(['added-a', 'of-corpus']);
  expect(await found(archiveIn('g2'))).toEqual(['added-x', 'of-corpus']);
  expect(await found(archiveIn(undefined))).toEqual(['of-corpus']);

  // The corpus takes up what was added, say from an export, and lets it go again.
  corpus = archiveOf([letter('of-corpus'), letter('added-a', 'A letter as corrected')]);
  const [first] = (await archiveIn('g1').search(aQuery('letter'))).hits;
  expect(await found()).toEqual(['of-corpus', 'added-a']);
  expect((await archiveIn('g1').summary()).added).toBeUndefined();
  expect(first?.document.id).toBe('of-corpus');
  corpus = archiveOf([letter('of-corpus')]);
  expect((await archiveIn('g1').summary()).added).toBe(1);
});

test('what was let go for others is read again when it is asked for', async () => {
  const { open } = createAddedThread({ names: undefined, most: 3 });
  const lines = (...titles: string[]) =>
    titles.map((title, at) => JSON.stringify(letter(`added-${at}`, title)));
  let read = 0;
  const again = async () => {
    read += 1;
    return lines('Famine', 'Harvest');
  };
  const first = await open('g1', lines('Famine', 'Harvest'), again);
  const second = await open('g2', lines('Treaty', 'Border'), async () => []);
  expect((await second.search(aQuery('treaty'))).total).toBe(1);
  const both = ['famine', 'harvest', 'treaty'].map((text) => first.search(aQuery(text)));
  expect((await Promise.all(both)).map(({ total }) => total)).toEqual([1, 1, 0]);
  expect(read).toBe(1);
});

test('while the store is away, a server that was asked before stays as it was, and others are refused', async () => {
  const [own, other] = await twoProcesses();
  const corpus = archiveOf([letter('of-corpus')]);
  let isAway = false;
  const additions = {
    ...own.additions,
    version: async (guild: string) => {
      if (isAway) throw new Error('away');
      return own.additions.version(guild);
    },
  };
  const archiveIn = joinAdditions(() => corpus, additions, undefined, createLogger('silent'));
  const found = async (guild: string) => ids(await archiveIn(guild).search(aQuery('letter')));
  await own.additions.add(act('g1', letter('added-a')));
  expect(await found('g1')).toEqual(['added-a', 'of-corpus']);
  expect(await found('without')).toEqual(['of-corpus']);
  isAway = true;
  expect(await found('g1')).toEqual(['added-a', 'of-corpus']);
  expect(await found('without')).toEqual(['of-corpus']);
  await expect(found('never-asked')).rejects.toThrow('haven’t searched at all');
  // Another process can reach it; what that adds is seen once this one can, too.
  for (const guild of ['g1', 'without', 'never-asked']) {
    await other.additions.add(act(guild, letter('added-b')));
  }
  expect(await found('g1')).toEqual(['added-a', 'of-corpus']);
  isAway = false;
  expect(await found('g1')).toEqual(['added-a', 'added-b', 'of-corpus']);
  expect(await found('without')).toEqual(['added-b', 'of-corpus']);
  expect(await found('never-asked')).toEqual(['added-b', 'of-corpus']);
});
