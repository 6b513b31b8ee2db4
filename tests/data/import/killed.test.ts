import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madeFiles } from '../../../scripts/made-sources/made-files.ts';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';

const SCRIPT = join(import.meta.dirname, '../../../scripts/import.ts');
const QUIET = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON';
const page = async (count: number) => {
  const [file] = madeFiles('listing', count);
  return (await file?.toArray())?.join('') ?? '';
};

/** @returns how long it took, in milliseconds */
async function run(folder: string, killAfterMs?: number): Promise<number> {
  const began = performance.now();
  const args = [QUIET, SCRIPT, join(folder, 'page.txt'), '--out', 'corpus.jsonl', '--json'];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const timer = killAfterMs && setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  await once(child, 'exit');
  clearTimeout(timer);
  return performance.now() - began;
}

test('an import that is killed at any moment leaves the corpus as it was, or as it is to be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const corpus = () => readFile(join(folder, 'corpus.jsonl'), 'utf8');
  await writeFile(join(folder, 'page.txt'), await page(5));
  await run(folder);
  const before = await corpus();
  const fixity = await readFile(join(folder, 'corpus.fixity.json'));
  const restore = async () => {
    await writeFile(join(folder, 'corpus.jsonl'), before);
    await writeFile(join(folder, 'corpus.fixity.json'), fixity);
  };
  await writeFile(join(folder, 'page.txt'), await page(400));
  const whole = await run(folder);
  const after = await corpus();
  expect(after.split('\n')).toHaveLength(401);
  const seen: string[] = [];
  // At first a process only gets ready to read.
  for (let part = 0.3; part <= 1.1; part += 0.07) {
    await restore();
    await run(folder, part * whole);
    seen.push(await corpus());
    await expect(loadCorpus([join(folder, 'corpus.jsonl')])).resolves.toBeDefined();
  }
  expect(seen).toContain(before);
  for (const text of seen) expect([before, after]).toContain(text);
}, 60_000);
