import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/postgres/open-store.ts';
import { createDatabase, noPostgres } from '../../support/postgres.ts';
import { runScript } from '../../support/process.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
});

const view = { command: 'search', input: { query: 'x' }, owner: '1', createdAt: new Date(0) };

const backUp = (url: string, file: string, env: Record<string, string> = {}) =>
  runScript('backup', [file], { DATABASE_URL: url, ...env });

/** A pg_dump that writes down how it was called, first on the path. */
async function standIn(script: string): Promise<string> {
  await writeFile(join(folder, 'pg_dump'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'pg_dump'), 0o755);
  return `${folder}${delimiter}${process.env.PATH}`;
}

describe.skipIf(noPostgres)('npm run backup of a database on a server', () => {
  test('taken while the store is written to is restored with all that stood in it before', async () => {
    const url = await createDatabase();
    const store = await openStore(url);
    const before = await store.views.save(view);
    const copy = join(folder, 'copies', 'monday.dump');
    let isCopying = true;
    const copying = backUp(url, copy).finally(() => {
      isCopying = false;
    });
    while (isCopying) {
      await store.views.save(view);
      await setImmediate();
    }
    expect(await copying).toMatchObject({ code: 0, stderr: '' });
    expect((await copying).stdout).toMatch(/is copied to .*monday\.dump \([\d,]+ bytes\)/);
    const after = await store.views.save(view);
    await store.close();
    expect(await readdir(join(folder, 'copies'))).toEqual(['monday.dump']);

    const restored = await createDatabase();
    const restore = ['--clean', '--if-exists', '--no-owner', '--dbname', restored, copy];
    await promisify(execFile)('pg_restore', restore);
    const again = await openStore(restored);
    expect(await again.views.find(before)).toMatchObject(view);
    expect(await again.views.find(after)).toBeUndefined();
    await again.close();
  });

  test.for([
    ['encoded', ':se%40cret@', '', 'se@cret'],
    ['with a bare percent sign', ':se%cret@', '', 'se%cret'],
    ['as a parameter', '@', '&password=se%40cret', 'se@cret'],
  ] as const)('hands a password (%s) on where no list of processes shows it', async (written) => {
    const [, inUrl, parameter, password] = written;
    const database = (await createDatabase()).replace('@', inUrl);
    const url = `${database}?options=-c%20work_mem=4MB&uselibpqcompat=true${parameter}`;
    const seen = join(folder, 'seen');
    const PATH = await standIn(
      `[ "$1" = --version ] && echo "pg_dump (PostgreSQL) 99.1" && exit\necho "$@" "$PGPASSWORD" > ${seen}; exit 1`,
    );
    const { stderr } = await backUp(url, join(folder, 'copy'), { PATH });
    expect(stderr).toMatch(/can’t be copied to .*: Command failed/);
    expect(stderr).not.toMatch(/se.*cret/);
    const called = await readFile(seen, 'utf8');
    expect(called).toMatch(/ --dbname postgres:\/\/room@127\S+\?options=-c%20work_mem%3D4MB /);
    expect(called.split(' ').at(-1)).toBe(`${password}\n`);
    expect(called.match(/se\S*cret/g)).toHaveLength(1);
  });

  test('by a pg_dump that is too old, or missing, says what to do', async () => {
    const url = await createDatabase();
    const copy = join(folder, 'copy');
    await writeFile(copy, 'an earlier copy');
    const PATH = await standIn('echo "pg_dump (PostgreSQL) 9.6.24"');
    const old = await backUp(url, copy, { PATH });
    expect(old).toMatchObject({ code: 1, stdout: '' });
    expect(old.stderr).toMatch(
      /is in PostgreSQL \d+, and the pg_dump here is of 9, which can’t read it/,
    );
    const none = await backUp(url, copy, { PATH: '/nowhere' });
    expect(none).toMatchObject({ code: 1, stdout: '' });
    expect(none.stderr).toMatch(
      /isn’t here\. Install it .*pg_dump -Fc --file '\/.*copy' --dbname '/,
    );
    expect(await readFile(copy, 'utf8')).toBe('an earlier copy');
  });

  test('without pg_restore says so', async () => {
    await standIn('echo "pg_dump (PostgreSQL) 99.1"');
    const { code, stderr } = await backUp(await createDatabase(), join(folder, 'copy'), {
      PATH: folder,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/can’t be copied to .*: spawn pg_restore ENOENT\.\n$/);
  });

  test('that fails says why', async () => {
    const url = await createDatabase();
    const refused = await backUp(`${url}_nowhere`, join(folder, 'copy'));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(/can’t be reached: database .* does not exist/);
    const into = await backUp(url, join(process.execPath, 'copy'));
    expect(into).toMatchObject({ code: 1 });
    expect(into.stderr).toContain('can’t be copied');
    expect(await readdir(folder)).toEqual([]);
  });
});
