import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { openStore as openFile } from '../../src/store/sqlite/open-store.ts';
import { archive } from '../commands/fixtures.ts';
import { moment } from '../contracts/current-store.ts';
import { aDocument } from '../support/documents.ts';
import { freePort } from '../support/free-port.ts';
import { askServer, createDatabase, noPostgres } from '../support/postgres.ts';
import { exitOf, main, runScript } from '../support/process.ts';
import { writeCorpus } from '../support/room.ts';
import { openProxy } from '../support/tcp-proxy.ts';

const TABLES = [
  'views',
  'draws',
  'shares',
  'discussions',
  'settings',
  'lists',
  'list_items',
  'subscriptions',
  'day_posts',
  'addition_versions',
  'additions',
  'added_documents',
  'known_documents',
  'changes',
  'watches',
  'digests',
  'mention_replies',
  'departures',
];

let path: string;
beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'reading-room-')), 'room.db');
});

const move = (from: string, to: string) => runScript('move-store', ['--from', from, '--to', to]);

/** Everything that can stand in a store, more than is copied at once, and a list that was deleted for good. */
async function fill(file: string): Promise<void> {
  const store = await openFile(file);
  const at = moment(2);
  await store.views.save({
    command: 'search',
    input: { query: 'Zhou “Enlai”' },
    owner: '1',
    createdAt: at,
  });
  const share = {
    channel: 'c',
    parent: 'c',
    scope: 'g',
    document: 'd',
    fingerprint: 'f',
    user: 'u',
    at,
  };
  await store.shares.begin({ ...share, message: 'i1' });
  await store.shares.begin({ ...share, message: 'i2' });
  await store.shares.confirm('i2', 'm2');
  const { channel, document, scope, user } = share;
  await store.discussions.begin({ channel, document, scope, user, thread: 't', at });
  await store.settings.setRemembersCards('g', false);
  const list = { scope: 'user:1', createdBy: '1' };
  const kept = await store.lists.create({ ...list, name: 'Kept' }, at);
  const gone = await store.lists.create({ ...list, name: 'Gone' }, at);
  await store.lists.delete(gone?.id ?? 0, at);
  await store.lists.forgetDeletedBefore(moment(9));
  const note = { text: 'Nul \0, 中, 👩‍👩‍👧', by: undefined, at: undefined };
  const item = { document: 'd', title: 'T', fingerprint: 'f', note, addedBy: '1', addedAt: at };
  await store.listItems.add(kept?.id ?? 0, item);
  const subscription = {
    guild: 'g',
    channel: 'c',
    time: '09:00',
    zone: 'UTC',
    empty: 'skip',
    setBy: '1',
    setAt: at,
  };
  await store.subscriptions.set(subscription);
  const added = [{ document: aDocument({ id: 'added-a' }), line: 2, place: 'row 2' }];
  const addition = { guild: 'g', by: '1', at, kind: 'import', file: 'A.csv' } as const;
  await store.additions.add({ ...addition, documents: added });
  await store.knownDocuments.add('', [{ id: 'd', content: 'f', news: 'new' }]);
  await store.knownDocuments.endChange('', at);
  const watch = { owner: '1', guild: 'g', channel: 'c', question: {}, createdAt: at, seen: 0 };
  const news = { total: 1, changed: 0, documents: ['d'] };
  await store.digests.add(await store.watches.add(watch), { since: 0, until: 1 }, news, at);
  await store.mentionReplies.save('m1', 'm2', 'g');
  await store.departures.note(new Set(['g']));
  await store.close();
  const sqlite = new Database(file);
  sqlite.exec(`insert into day_posts values ('g', '2026-01-02', 'posted', 5, 'c', 'm', 2, 7)`);
  const draw = sqlite.prepare('insert into draws (channel, document) values (?, ?)');
  sqlite.transaction(() => {
    for (let number = 0; number < 1700; number += 1) draw.run(`c${number % 3}`, `d${number}`);
  })();
  sqlite.close();
}

/** Every row of every table. */
function rowsOfFile(file: string): Record<string, unknown[]> {
  const sqlite = new Database(file, { readonly: true });
  const rows = TABLES.map((table) => [table, sqlite.prepare(`select * from ${table}`).all()]);
  sqlite.close();
  return Object.fromEntries(rows);
}

describe.skipIf(noPostgres)('npm run move-store', () => {
  test('copies everything to a server and back, with the ids that were given out', async () => {
    await fill(path);
    const url = await createDatabase();
    const there = await move(`file:${path}`, url);
    expect(there).toMatchObject({ code: 0, stderr: '' });
    expect(there.stdout).toMatch(/1,700 draws/);
    expect(there.stdout).toMatch(/1,718 rows are copied from .*room\.db to postgres:\/\/127/);

    const back = `${path}.back`;
    expect(await move(url, `file:${back}`)).toMatchObject({ code: 0 });
    const [before, after] = [rowsOfFile(path), rowsOfFile(back)];
    for (const table of TABLES.filter((name) => name !== 'list_items')) {
      expect(new Set(after[table]), table).toEqual(new Set(before[table]));
    }
    // What PostgreSQL's texts can't hold is left out.
    expect(after.list_items).toMatchObject([{ note: 'Nul , 中, 👩‍👩‍👧' }]);
    for (const address of [
      { kind: 'postgres', url },
      { kind: 'sqlite', path: back },
    ] as const) {
      const store = await openStore(address);
      const made = await store.lists.create(
        { scope: 'user:1', name: 'Next', createdBy: '1' },
        moment(1),
      );
      expect(made?.id).toBe(3);
      await store.close();
    }
  });

  test('refuses a store that isn’t empty, and one that isn’t there', async () => {
    await fill(path);
    const url = await createDatabase();
    const store = await openStore({ kind: 'postgres', url });
    await store.draws.mark('here', 'a');
    await store.close();
    const refused = await move(`file:${path}`, url);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^postgres:.* isn’t empty: it has rows in draws\./);
    expect(await askServer('select * from draws', url)).toHaveLength(1);
    const missing = await move(`file:${path}.nowhere`, await createDatabase());
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.stderr).toContain('There is no database');
    expect(await move(url, url)).toMatchObject({ code: 1 });
  });

  test('refuses while a bot is running, which would go on saving', async () => {
    await fill(path);
    const url = await createDatabase();
    const store = await openFile(path);
    await store.leases.take('keeper', 'somebody', 60_000);
    const refused = await move(`file:${path}`, url);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/^A bot is running on .*room\.db\. Stop it first/);
    await store.leases.release('keeper', 'somebody');
    await store.close();
    expect(await move(`file:${path}`, url)).toMatchObject({ code: 0 });
  });

  test('refuses while a bot is running in a Discord of its own', async () => {
    const url = await createDatabase();
    const corpus = (await writeCorpus(archive)).path;
    const env = { DATABASE_URL: `file:${path}`, CORPUS: corpus, PORT: String(await freePort()) };
    const bot = main([], env);
    await expect.poll(() => bot.output.join(''), { timeout: 20_000 }).toContain('is open at');
    const refused = await move(`file:${path}`, url);
    expect(refused.stderr).toMatch(/^A bot is running on .*room\.db\. Stop it first/);
    bot.kill('SIGTERM');
    expect(await exitOf(bot)).toBe(0);
    expect(await move(`file:${path}`, url)).toMatchObject({ code: 0 });
  });

  test('that is cut off in the middle leaves nothing, and can be done again', async () => {
    await fill(path);
    const proxy = await openProxy(await createDatabase());
    proxy.decide((sent) => (sent.includes('insert into "lists"') ? 'pass and cut' : 'pass'));
    const cut = await move(`file:${path}`, proxy.url);
    expect(cut).toMatchObject({ code: 1, stdout: '' });
    expect(cut.stderr).toMatch(/^.* could not be moved .*\n$/);
    proxy.decide(() => 'pass');
    expect(await askServer('select * from draws', proxy.url)).toEqual([]);
    expect(await move(`file:${path}`, proxy.url)).toMatchObject({ code: 0 });
  });

  test('says how it is used, and never a password', async () => {
    expect(await runScript('move-store', [])).toMatchObject({ code: 2, stdout: '' });
    expect(await runScript('move-store', ['--help'])).toMatchObject({ code: 0, stderr: '' });
    expect(await runScript('move-store', ['--form', 'x'])).toMatchObject({ code: 2 });
    const wrong = await move('mysql://room:secret@host/x', 'file:y');
    expect(wrong).toMatchObject({ code: 1 });
    const away = await move('postgres://room:secret@127.0.0.1:1/x', `file:${path}`);
    expect(away).toMatchObject({ code: 1 });
    for (const { stderr } of [wrong, away]) expect(stderr).not.toContain('secret');
  });
});
