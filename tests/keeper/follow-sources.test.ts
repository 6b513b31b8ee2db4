import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startFollowing } from '../../src/keeper/follow-sources.ts';
import { followFirst } from '../../src/open-sources.ts';
import { nextTurn } from '../../src/sources/follow/schedule.ts';
import type { SourceState } from '../../src/sources/follow/state-file.ts';
import { type FollowedSources, openFollowedSources } from '../../src/sources/followed-sources.ts';
import { TaskOverLimit } from '../../src/threads/idle-thread.ts';
import { openFolder, table } from '../sources/followed.ts';
import { recordLog } from '../support/recorded-log.ts';
import { answersWith, startSourceServer } from '../support/source-server.ts';

test('the keeper follows what is due, once, and says what came of it', async () => {
  const [folder, server] = [await openFolder(), await startSourceServer()];
  server.answer = answersWith(table('A', 'B'));
  await folder.write(
    'sources.yaml',
    `- {name: letters, kind: url, url: "${server.url}/letters.csv", every: 5 minutes}
- {name: gone, kind: url, url: "${server.url}/gone.csv", key: NO_SUCH_KEY}
`,
  );
  const sources = openFollowedSources({
    file: folder.path('sources.yaml'),
    out: folder.out,
    userAgent: 'ReadingRoom/test',
    environment: {},
  });
  const { log, lines } = recordLog();
  let loaded = 0;
  const loadChanges = async () => {
    loaded += 1;
  };
  const following = startFollowing({ sources, loadChanges }, log, 20);
  onTestFinished(() => following.stop());
  await expect.poll(() => loaded).toBe(1);
  expect(await folder.titles()).toEqual(['A', 'B']);
  expect(lines).toMatchObject([
    { msg: 'a source was followed', source: 'letters', added: 2, documents: 2 },
    { msg: 'a source could not be followed', source: 'gone', error: expect.anything() },
    { msg: 'changes of the sources loaded into OpenSearch' },
  ]);
  const [letters, gone] = await sources.status();
  expect(letters).toMatchObject({ every: 300_000, state: { outcome: { added: 2, error: null } } });
  expect((letters?.next?.getTime() ?? 0) - Date.now()).toBeGreaterThan(200_000);
  expect(gone?.state?.outcome.error).toBe('NO_SUCH_KEY is not set in the environment.');
  // It was looked at several times since, and none was due.
  expect(server.requests).toHaveLength(1);

  // What can't be read is said, and not at each look.
  await folder.write('sources.yaml', 'not a list');
  const refused = () => lines.filter(({ msg }) => msg.startsWith('The sources can’t be followed'));
  await expect.poll(() => refused().length).toBeGreaterThan(1);
  expect(refused()[0]?.msg).toContain(`${join(folder.folder, 'sources.yaml')}: must be a list`);
});

test('a source that takes too much is left alone for a while, and keeps no other from its turn', async () => {
  const asked: string[] = [];
  const due = (name: string) => ({
    name,
    kind: 'url',
    every: 1,
    state: undefined,
    next: new Date(0),
  });
  const { log, errors } = recordLog();
  const following = startFollowing(
    {
      sources: {
        status: async () => [due('huge'), due('letters')],
        async follow(name) {
          asked.push(name);
          if (name === 'huge') throw new TaskOverLimit('memory');
          return { report: { sources: [], written: false, notes: [] }, errors: [] };
        },
      },
    },
    log,
    5,
  );
  onTestFinished(() => following.stop());
  await expect.poll(() => asked.filter((name) => name === 'letters').length).toBeGreaterThan(2);
  expect(asked.filter((name) => name === 'huge')).toHaveLength(1);
  expect(errors()).toMatchObject([
    { source: 'huge', err: { message: expect.stringContaining('memory') } },
  ]);
});

test('a source that takes too much keeps no bot from its first corpus', async () => {
  const followed: string[] = [];
  const due = (name: string) => ({
    name,
    kind: 'url',
    every: 1,
    state: undefined,
    next: new Date(0),
  });
  const sources: FollowedSources = {
    status: async () => [due('huge'), due('letters')],
    async follow(name) {
      if (name === 'huge') throw new TaskOverLimit('memory');
      followed.push(name);
      return { report: { sources: [], written: true, notes: [] }, errors: [] };
    },
  };
  const { log, errors } = recordLog();
  const { out } = await openFolder();
  await followFirst(sources, { corpus: [out] }, log);
  expect(followed).toEqual(['letters']);
  expect(errors()).toMatchObject([{ source: 'huge' }]);
});

test('what a keeper that was killed had written is loaded by the next', async () => {
  const { log, lines } = recordLog();
  let loaded = 0;
  const following = startFollowing(
    {
      sources: { status: async () => [], follow: () => Promise.reject(new Error('none is due')) },
      async loadChanges() {
        loaded += 1;
        if (loaded === 1) throw new Error('the cluster is away');
      },
    },
    log,
    5,
  );
  onTestFinished(() => following.stop());
  await expect.poll(() => lines.at(-1)?.msg).toContain('loaded into OpenSearch');
  expect(loaded).toBe(2);
});

test('a source is next when its time has come, sooner after a failure, and not before it may be', () => {
  const HOUR = 60 * 60_000;
  const at = new Date('2026-03-01T12:00:00Z');
  const state = (error: string | null, notBefore: string | null = null): SourceState => ({
    kind: 'url',
    asks: '',
    watermark: null,
    triedAt: at.toISOString(),
    followedAt: null,
    fullAt: null,
    notBefore,
    outcome: { added: 0, changed: 0, deleted: 0, failed: 0, documents: 0, error },
  });
  const hoursUntil = (every: number, known: SourceState) =>
    (nextTurn({ every }, known).getTime() - at.getTime()) / HOUR;
  expect(nextTurn({ every: HOUR }, undefined).getTime()).toBe(0);
  expect(hoursUntil(24 * HOUR, state(null))).toBe(24);
  expect(hoursUntil(24 * HOUR, state('It failed.'))).toBe(1);
  expect(hoursUntil(HOUR / 2, state('It failed.'))).toBe(0.5);
  expect(hoursUntil(HOUR, state('It failed.', '2026-03-01T15:00:00.000Z'))).toBe(3);
});
