import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { backUp } from '../../src/store/sqlite/backup.ts';
import { openStore } from '../../src/store/sqlite/open-store.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reading-room-'));
  path = join(folder, 'room.db');
});

const view = (query: string) => ({
  command: 'search',
  input: { query },
  owner: '1',
  createdAt: new Date('2026-01-01T00:00:00Z'),
});

/** By the script, in a process of its own. */
async function backUpElsewhere(copy: string): Promise<string> {
  const script = join(import.meta.dirname, '../../scripts/backup.ts');
  const env = { ...process.env, DATABASE_URL: `file:${path}` };
  const { stdout } = await promisify(execFile)(process.execPath, [script, copy], { env });
  return stdout;
}

test('a copy taken while the store is written to opens with all that stood in it before', async () => {
  const store = await openStore(path);
  const before = await store.views.save(view('before'));
  await store.draws.mark('here', 'a');
  const copy = join(folder, 'copies', 'monday.db');
  let isCopying = true;
  const copying = backUpElsewhere(copy).finally(() => {
    isCopying = false;
  });
  while (isCopying) {
    await store.views.save(view('meanwhile'));
    await setImmediate();
  }
  expect(await copying).toMatch(/is copied to .*monday\.db \([\d,]+ bytes\)/);
  const after = await store.views.save(view('after'));
  await store.close();

  const restored = join(folder, 'restored.db');
  await copyFile(copy, restored);
  const again = await openStore(restored);
  expect(await again.views.find(before)).toMatchObject(view('before'));
  expect(await again.draws.seen('here')).toEqual(new Set(['a']));
  expect(await again.views.find(after)).toBeUndefined();
  await again.close();
});

test('a later copy takes the place of an earlier, and leaves nothing beside it', async () => {
  const store = await openStore(path);
  const copy = join(folder, 'copies', 'room.db');
  await backUp(path, copy);
  const later = await store.views.save(view('later'));
  await backUp(path, copy);
  await store.close();
  expect(await readdir(join(folder, 'copies'))).toEqual(['room.db']);
  const again = await openStore(copy);
  expect(await again.views.find(later)).toBeDefined();
  await again.close();
});

test('what can’t be copied is said, and an earlier copy stays', async () => {
  const copy = join(folder, 'copy.db');
  await expect(backUp(path, copy)).rejects.toThrow('There is no database');
  await (await openStore(path)).close();
  await expect(backUp(path, path)).rejects.toThrow('is the database itself');
  await expect(backUp(path, join(path, 'inside.db'))).rejects.toThrow('can’t be copied');
  if (existsSync('/proc')) {
    await expect(backUp(path, '/proc/nowhere/copy')).rejects.toThrow('can’t be copied');
  }
  await backUp(path, copy);
  const whole = await readFile(copy);
  await writeFile(path, 'this is no database, and long enough to be read as one');
  await expect(backUp(path, copy)).rejects.toThrow('can’t be copied');
  expect(await readFile(copy)).toEqual(whole);
});
