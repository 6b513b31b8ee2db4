import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madeFiles } from '../../../scripts/made-sources/made-files.ts';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { readPages } from '../../../src/data/texts/read-pages.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/import.ts');
const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
const table = async (count: number) => {
  const [file] = madeFiles('csv-texts', count);
  return (await file?.toArray())?.join('') ?? '';
};

/** @returns how long it took, in milliseconds */
async function run(folder: string, killAfterMs?: number): Promise<number> {
  const began = performance.now();
  const args = [QUIET, SCRIPT, join(folder, 'table.csv'), '--out', 'corpus.jsonl', '--json'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const timer = killAfterMs && setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await once(child, 'exit');
  clearTimeout(timer);
  return performance.now() - began;
}

async function countPages(corpus: string): Promise<number> {
  let count = 0;
  for await (const _ of readPages(corpus)) count += 1;
  return count;
}

test('an import that is killed at any moment leaves the corpus as it was, or as it is to be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const corpus = () => readFile(join(folder, 'corpus.jsonl'), 'utf8');
  await writeFile(join(folder, 'table.csv'), await table(5));
  await run(folder);
  const before = await corpus();
  const names = ['corpus.jsonl', 'corpus.text.jsonl'].flatMap((name) => [
    name,
    name.replace('.jsonl', '.fixity.json'),
  ]);
  const held = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const restore = () =>
    Promise.all(names.map((name, at) => writeFile(join(folder, name), held[at] ?? '')));
  await writeFile(join(folder, 'table.csv'), await table(100));
  const whole = await run(folder);
  const after = await corpus();
  expect(after.split('\n')).toHaveLength(101);
  const seen: string[] = [];
  const pages: number[] = [];
  // At first a process only gets ready to read.
  for (let part = 0.3; part <= 1.1; part += 0.07) {
    await restore();
    await run(folder, part * whole);
    seen.push(await corpus());
    await expect(loadCorpus([join(folder, 'corpus.jsonl')])).resolves.toBeDefined();
    pages.push(await countPages(join(folder, 'corpus.jsonl')));
  }
  expect(seen).toContain(before);
  // What those that were killed have left goes with the next that isn't.
  await run(folder);
  expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([]);
  for (const text of seen) expect([before, after]).toContain(text);
  for (const count of pages) expect([3 * 5, 3 * 100]).toContain(count);
}, 60_000);

test.skipIf(process.platform === 'win32')(
  'an import that is told to end leaves no temporary folder behind',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ended-'));
    const temporary = join(folder, 'tmp');
    await mkdir(temporary);
    // It waits for the rest of its input.
    const child = spawn(process.execPath, [QUIET, SCRIPT, '-', '--out', 'corpus.jsonl'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = once(child, 'exit');
    child.stdin?.write('Title,Date\n');
    await expect.poll(() => readdir(temporary), { timeout: 30_000 }).toHaveLength(1);
    child.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect(await readdir(temporary)).toEqual([]);
  },
  60_000,
);
