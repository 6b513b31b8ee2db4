import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/store/sqlite/open-store.ts';
import { tidy } from '../../src/store/tidying.ts';

const DAY = 24 * 60 * 60 * 1000;

test('what nobody can ask for any more is dropped, and nothing else', async () => {
  const store = await openStore(join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db'));
  const now = new Date('2026-11-25T00:00:00Z');
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const view = { command: 'search', input: {}, owner: '1' };
  const old = await store.views.save({ ...view, createdAt: ago(401) });
  const young = await store.views.save({ ...view, createdAt: ago(399) });
  const list = await store.lists.create({ scope: 'user:1', name: 'Old', createdBy: '1' }, ago(30));
  const other = await store.lists.create({ scope: 'user:1', name: 'New', createdBy: '1' }, ago(30));
  await store.lists.delete(list?.id ?? 0, ago(9));
  await store.lists.delete(other?.id ?? 0, ago(6));
  await tidy(store, now);
  expect(await store.views.find(old)).toBeUndefined();
  expect(await store.views.find(young)).toBeDefined();
  expect(await store.lists.find(list?.id ?? 0)).toBeUndefined();
  expect(await store.lists.find(other?.id ?? 0)).toBeDefined();
  await store.close();
});
