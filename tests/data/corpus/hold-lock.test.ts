import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdLock, lockPath } from '../../../src/data/corpus/hold-lock.ts';
import { UserError } from '../../../src/errors.ts';
import { BARE, endWithTest, QUIET, ROOT } from '../../support/process.ts';

const openPath = async () =>
  lockPath(join(await mkdtemp(join(tmpdir(), 'lock-')), 'c.jsonl'), 'write');

test('one has a lock at a time, and the next when it is given up', async () => {
  const path = await openPath();
  const first = await holdLock(path);
  await expect(holdLock(path, { waitMs: 0 })).rejects.toThrow(UserError);
  let waited = 0;
  const second = holdLock(path, {
    onWait: () => {
      waited += 1;
    },
  });
  await first[Symbol.asyncDispose]();
  await (await second)[Symbol.asyncDispose]();
  expect(waited).toBe(1);
});

test('a process that is killed holds no lock', async () => {
  const path = await openPath();
  const module = JSON.stringify(join(ROOT, 'src/data/corpus/hold-lock.ts'));
  const script = `
    const { holdLock } = await import(${module});
    await holdLock(${JSON.stringify(path)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const args = [QUIET, '--input-type=module', '--eval', script];
  const child = endWithTest(spawn(process.execPath, args, { env: BARE }));
  await once(child.stdout, 'data');
  await expect(holdLock(path, { waitMs: 0 })).rejects.toThrow('held by another process');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await holdLock(path, { waitMs: 0 }))[Symbol.asyncDispose]();
});

test('a folder that can’t be written is named', async () => {
  const path = join(await openPath(), 'not', 'there.lock');
  await expect(holdLock(path)).rejects.toThrow('the folder of the corpus must be writable');
});
