import type { Pool, PoolConfig } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPool } from '../../../src/store/postgres/create-pool.ts';
import { retryingPool } from '../../../src/store/postgres/retrying-pool.ts';
import { mayHaveRun } from '../../../src/store/unwritable.ts';
import { askServer, createDatabase, noPostgres, WAITS_FOR_LOCK } from '../../support/postgres.ts';
import { openProxy } from '../../support/tcp-proxy.ts';

/** A pool on a database of its own; closed with the test. */
function openPool(url: string, options?: PoolConfig) {
  const inner = createPool(url, options);
  const pool = retryingPool(inner);
  onTestFinished(async () => {
    if (!inner.ended) await pool.end();
  });
  return { inner, pool };
}

/** Settles when the first connection has ended. */
const endOfFirst = (pool: Pool) =>
  new Promise((resolve) => {
    pool.once('connect', (client) => client.once('end', resolve));
  });

/** Fails a few times with a code, and counts its runs whatever is undone. */
const failing = (code: string, times: number) => `
  create sequence runs;
  create function flaky() returns bigint language plpgsql as $$
  begin
    if nextval('runs') <= ${times} then raise exception using errcode = '${code}'; end if;
    return currval('runs');
  end $$`;

describe.skipIf(noPostgres)('a statement that the server has undone', () => {
  const open = async (code: string, times: number) => {
    const url = await createDatabase();
    await askServer(failing(code, times), url);
    const { pool } = openPool(url);
    const client = await pool.connect();
    onTestFinished(() => client.release());
    const runs = async () => {
      const [row] = await askServer<{ n: string }>('select last_value as n from runs', url);
      return Number(row?.n);
    };
    return { client, runs };
  };

  test.for(['40001', '40P01'])('(%s) is tried again', async (code) => {
    const { client } = await open(code, 2);
    expect(await client.query('select flaky() as runs', [])).toMatchObject({ rows: [{ runs: 3 }] });
  });

  test('is given up after some tries', async () => {
    const { client, runs } = await open('40001', 100);
    await expect(client.query('select flaky()', [])).rejects.toThrow();
    expect(await runs()).toBe(6);
  });

  test('isn’t tried again inside a transaction, of which the rest would be missing', async () => {
    const { client, runs } = await open('40001', 2);
    await client.query('begin', []);
    await expect(client.query('select flaky()', [])).rejects.toThrow();
    await client.query('rollback', []);
    expect(await runs()).toBe(1);
  });

  test.for(['23505', '42501', 'XX000'])(
    'for another reason (%s) isn’t tried again',
    async (code) => {
      const { client, runs } = await open(code, 2);
      await expect(client.query('select flaky()', [])).rejects.toMatchObject({ code });
      expect(await runs()).toBe(1);
    },
  );

  test.for([
    ['08P01', true],
    ['08007', true],
    ['57P01', true],
    ['57014', false],
    ['53100', false],
  ] as const)('or not: with %s it may have run: %s', async ([code, expected]) => {
    const { client, runs } = await open(code, 2);
    const error = await client.query('select flaky()', []).catch((failed) => failed);
    expect(mayHaveRun(error)).toBe(expected);
    expect(await runs()).toBe(1);
  });

  test('in a deadlock lets the other finish, and comes after it', async () => {
    const url = await createDatabase();
    await askServer(
      `create table rows (id int primary key, by text);
       insert into rows values (1, ''), (2, '');
       create function take_both() returns void language sql as $$
         update rows set by = by || 'b' where id = 2;
         update rows set by = by || 'b' where id = 1;
       $$`,
      url,
    );
    const { inner, pool } = openPool(url);
    const other = await inner.connect();
    // The one that looks for the deadlock first is the one that gives way.
    await other.query("set deadlock_timeout = '60s'");
    await other.query('begin');
    await other.query("update rows set by = by || 'a' where id = 1");
    const client = await pool.connect();
    const taking = client.query('select take_both()', []);
    await expect
      .poll(() => askServer(`select 1 from pg_stat_activity where ${WAITS_FOR_LOCK}`, url))
      .toHaveLength(1);
    await other.query("update rows set by = by || 'a' where id = 2");
    await other.query('commit');
    await taking;
    expect(await askServer('select by from rows', url)).toEqual([{ by: 'ab' }, { by: 'ab' }]);
    client.release();
    other.release();
  });
});

describe.skipIf(noPostgres)('a connection', () => {
  test('that breaks before its first statement is replaced', async () => {
    const proxy = await openProxy(await createDatabase());
    const { inner, pool } = openPool(proxy.url);
    const ended = endOfFirst(inner);
    const client = await pool.connect();
    proxy.drop();
    await ended;
    expect(await client.query('select 1 as one', [])).toMatchObject({ rows: [{ one: 1 }] });
    client.release();
    expect(proxy.opened()).toBe(2);
  });

  test('that breaks later isn’t: what came before on it is gone', async () => {
    const proxy = await openProxy(await createDatabase());
    const { inner, pool } = openPool(proxy.url);
    const ended = endOfFirst(inner);
    const client = await pool.connect();
    await client.query('begin', []);
    proxy.drop();
    await ended;
    await expect(client.query('select 1', [])).rejects.toThrow('not queryable');
    client.release();
    expect(proxy.opened()).toBe(1);
  });

  test('is waited for while all are in use', async () => {
    const { pool } = openPool(await createDatabase(), { max: 1, connectionTimeoutMillis: 50 });
    const first = await pool.connect();
    const second = pool.connect();
    // Longer than one try.
    await first.query('select pg_sleep(0.2)', []);
    first.release();
    expect(await (await second).query('select 1 as one', [])).toMatchObject({ rows: [{ one: 1 }] });
    (await second).release();
  });

  test('to a server that doesn’t answer is tried until it does', async () => {
    const proxy = await openProxy(await createDatabase());
    const { pool } = openPool(proxy.url, { connectionTimeoutMillis: 100 });
    proxy.decide(() => 'hold');
    const connecting = pool.connect();
    await expect.poll(proxy.opened).toBeGreaterThan(1);
    proxy.decide(() => 'pass');
    const client = await connecting;
    expect(await client.query('select 1 as one', [])).toMatchObject({ rows: [{ one: 1 }] });
    client.release();
  });

  test('on which nothing comes back is given up and not used again', async () => {
    const proxy = await openProxy(await createDatabase());
    const { pool } = openPool(proxy.url, { query_timeout: 200 });
    const client = await pool.connect();
    await client.query('select 1', []);
    proxy.decide(() => 'hold');
    const error = await client.query('select 2', []).catch((reason) => reason);
    expect(mayHaveRun(error)).toBe(true);
    client.release();
    proxy.decide(() => 'pass');
    const next = await pool.connect();
    expect(await next.query('select 3 as three', [])).toMatchObject({ rows: [{ three: 3 }] });
    next.release();
    expect(proxy.opened()).toBe(2);
  });
});
