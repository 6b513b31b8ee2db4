import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { BARE, QUIET, ROOT, runScript } from '../support/process.ts';
import { answersWith, startSourceServer } from '../support/source-server.ts';
import { openFolder, table } from './followed.ts';

/** Titles enough that writing them takes a while. */
const titles = (count: number, first: string) =>
  Array.from({ length: count }, (_, at) => `${first}${at}`);

test('a sync that is killed at any moment loses nothing, and the next one mends it', async () => {
  const [folder, server] = [await openFolder(), await startSourceServer()];
  await folder.write('hand.csv', table('Hand'));
  await folder.import('hand.csv');
  await folder.write(
    'sources.yaml',
    `[{name: letters, kind: url, url: "${server.url}/letters.csv"}]`,
  );
  const env = { ...BARE, SOURCES: folder.path('sources.yaml'), CORPUS: folder.out };
  const run = async (killAfterMs?: number): Promise<number> => {
    const began = performance.now();
    const args = [QUIET, join(ROOT, 'scripts', 'sync.ts')];
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
    const timer = killAfterMs && setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    await once(child, 'exit');
    clearTimeout(timer);
    return performance.now() - began;
  };
  const put = (first: string) => {
    server.answer = answersWith(table(...titles(300, first)), `"${first}"`);
  };
  put('A');
  const whole = await run();
  const lengths: number[] = [];
  let first = 'A';
  for (const part of [0.5, 0.7, 0.8, 0.9, 1]) {
    const next = first === 'A' ? 'B' : 'A';
    put(next);
    // Another half of the documents is no loss: as many come as go.
    await run(part * whole);
    const { documents } = await loadCorpus([folder.out]);
    lengths.push(documents.length);
    const has = (title: string) => documents.some((document) => document.title === title);
    expect(has('Hand')).toBe(true);
    expect(has('A0')).not.toBe(has('B0'));
    first = has('A0') ? 'A' : 'B';
  }
  expect(new Set(lengths)).toEqual(new Set([301]));
  put('C');
  const { code } = await runScript('sync', [], env);
  expect(code).toBe(0);
  const { documents } = await loadCorpus([folder.out]);
  expect(documents).toHaveLength(301);
  expect(documents.filter(({ title }) => title.startsWith('C'))).toHaveLength(300);
  const state = JSON.parse(await readFile(folder.path('corpus.sources.json'), 'utf8'));
  expect(state.sources.letters).toMatchObject({ watermark: { etag: '"C"' } });
}, 120_000);
