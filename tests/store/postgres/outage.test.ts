import { Client } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../../src/store/postgres/open-store.ts';
import { isUnwritable, mayHaveRun } from '../../../src/store/unwritable.ts';
import { askServer, createDatabase, noPostgres, WAITS_FOR_LOCK } from '../../support/postgres.ts';
import { recordLog } from '../../support/recorded-log.ts';
import { openProxy } from '../../support/tcp-proxy.ts';

const view = { command: 'search', input: {}, owner: '1', createdAt: new Date() };

/** A store behind a way that can be interrupted. */
async function openBehindProxy() {
  const url = await createDatabase();
  const proxy = await openProxy(url);
  const store = await openStore(proxy.url);
  onTestFinished(store.close);
  const count = async () => {
    const [row] = await askServer<{ n: string }>('select count(*) as n from views', url);
    return Number(row?.n);
  };
  return { proxy, store, count, url };
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error) => error,
  );

describe.skipIf(noPostgres)('a server that goes away while the bot is running', () => {
  test('takes idle connections with it, and the next statement has a new one', async () => {
    const { proxy, store, count } = await openBehindProxy();
    await Promise.all(Array.from({ length: 5 }, () => store.views.save(view)));
    for (let again = 0; again < 3; again += 1) {
      proxy.drop();
      // The ends arrive with the next turns of the event loop.
      await askServer('select 1');
      await store.views.save(view);
    }
    expect(await count()).toBe(8);
  });

  test('is waited for while it can’t be reached: nothing has been sent to it', async () => {
    const { proxy, store, count } = await openBehindProxy();
    proxy.close();
    const saving = store.views.save(view);
    await expect(askServer('select 1', proxy.url)).rejects.toThrow('ECONNREFUSED');
    await proxy.open();
    expect(await store.views.find(await saving)).toMatchObject({ owner: '1' });
    expect(await count()).toBe(1);
  });

  test.for([
    ['pass and cut', 1],
    ['lose and cut', 0],
  ] as const)('never gets a statement twice that may have run (%s)', async ([fate, ran]) => {
    const { proxy, store, count } = await openBehindProxy();
    await store.draws.seen('here');
    let sent = 0;
    proxy.decide((bytes) => {
      if (!bytes.includes('insert into "views"')) return 'pass';
      sent += 1;
      return fate;
    });
    const error = await errorOf(store.views.save(view));
    expect(isUnwritable(error)).toBe(true);
    expect(mayHaveRun(error)).toBe(true);
    expect(sent).toBe(1);
    proxy.decide(() => 'pass');
    expect(await count()).toBe(ran);
    await store.views.save(view);
    expect(await count()).toBe(ran + 1);
  });

  test('by an operator’s hand breaks what is under way, and the store goes on', async () => {
    const { store, url } = await openBehindProxy();
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('begin; lock table draws');
    const marking = errorOf(store.draws.mark('here', 'a'));
    const waiting = `from pg_stat_activity where ${WAITS_FOR_LOCK}`;
    await expect.poll(() => askServer(`select 1 ${waiting}`, url)).toHaveLength(1);
    await askServer(`select pg_terminate_backend(pid) ${waiting}`, url);
    expect(mayHaveRun(await marking)).toBe(true);
    await other.end();
    expect(await store.draws.mark('here', 'a')).toBe(true);
  });

  test('to come back read-only can’t be written, and nothing was changed', async () => {
    const { proxy, store, url } = await openBehindProxy();
    const { pathname } = new URL(url);
    await askServer(`alter database ${pathname.slice(1)} set default_transaction_read_only = on`);
    proxy.drop();
    await askServer('select 1');
    const error = await errorOf(store.views.save(view));
    expect([isUnwritable(error), mayHaveRun(error)]).toEqual([true, false]);
    expect(await store.draws.seen('here')).toEqual(new Set());
  });
});

describe.skipIf(noPostgres)('a server that isn’t there at the start', () => {
  test('is an error in a sentence for a script, without the password', async () => {
    const proxy = await openProxy(await createDatabase());
    proxy.close();
    const { host, pathname } = new URL(proxy.url);
    const error = await errorOf(openStore(`postgres://room:secret@${host}${pathname}`));
    expect(String(error)).toMatch(
      /The database postgres:\/\/127.+ can't be reached: .*ECONNREFUSED/,
    );
    expect(String(error)).not.toContain('secret');
  });

  test('is waited for by the bot, which says so', async () => {
    const proxy = await openProxy(await createDatabase());
    proxy.close();
    const { log, lines } = recordLog();
    const opening = openStore(proxy.url, log);
    await expect
      .poll(() => lines)
      .toMatchObject([
        { level: 40, msg: expect.stringMatching(/can't be reached: .* Trying again in 1 s\./) },
      ]);
    await proxy.open();
    const store = await opening;
    expect(await store.draws.mark('here', 'a')).toBe(true);
    await store.close();
  });

  test.for([
    [
      'name',
      (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
      '"nowhere" does not exist',
    ],
    ['user', (url: URL) => Object.assign(url, { username: 'nobody' }), '"nobody" does not exist'],
  ] as const)('refuses a wrong %s at once, also to the bot', async ([, change, reason]) => {
    const url = change(new URL(await createDatabase()));
    const opening = openStore(url.href, recordLog().log);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.toThrow('Check user, password and name in DATABASE_URL');
  });
});
