import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCorpus } from '../../src/data/corpus/corpus.ts';
import { BARE, QUIET, ROOT } from '../support/process.ts';
import { answersWith, startSourceServer } from '../support/source-server.ts';
import { only, openFolder, table } from './followed.ts';

const COUNT = 500;

/** What a sync does, in this order, and the file in the corpus's folder that it does it to. */
const STEPS = {
  'before it asks': /\.following$/,
  'while it is answered': null,
  'while it writes': /^\.corpus\.jsonl\.\d+\.draft$/,
  'while files take their places': /^corpus\.origins\.jsonl$/,
  'between corpus and state': /^corpus\.jsonl$/,
} as const;

test('a sync that is killed at any step loses nothing, and the next one mends it', async () => {
  const [folder, server] = [await openFolder(), await startSourceServer()];
  await folder.write('hand.csv', table('Hand'));
  await folder.import('hand.csv');
  const settings = `[{name: letters, kind: url, url: "${server.url}/letters.csv"}]`;
  await folder.write('sources.yaml', settings);
  const env = { ...BARE, SOURCES: folder.path('sources.yaml'), CORPUS: folder.out };
  const put = (first: string) => {
    const titles = Array.from({ length: COUNT }, (_, at) => `${first}${at}`);
    server.answer = answersWith(table(...titles), `"${first}"`);
  };
  /** The letter that all titles of the source begin with, once it is known that nothing is missing. */
  const held = async (): Promise<string | undefined> => {
    const { documents } = await loadCorpus([folder.out]);
    const titles = documents.map(({ title }) => title).filter((title) => title !== 'Hand');
    expect(documents).toHaveLength(COUNT + 1);
    expect(titles).toHaveLength(COUNT);
    expect(new Set(titles.map(([first]) => first)).size).toBe(1);
    return titles[0]?.[0];
  };
  put('A');
  expect(only(await folder.follow(settings))).toMatchObject({ added: COUNT });

  let before = 'A';
  for (const [at, [step, file]] of Object.entries(STEPS).entries()) {
    const next = 'BCDEF'[at] ?? '';
    put(next);
    const args = [QUIET, join(ROOT, 'scripts', 'sync.ts')];
    const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
    const watching = watch(folder.folder, (_, name) => {
      if (name && file?.test(name)) child.kill('SIGKILL');
    });
    const answer = server.answer;
    server.answer = (request, response) => {
      answer(request, response);
      if (file === null) child.kill('SIGKILL');
    };
    const [, signal] = await once(child, 'exit');
    watching.close();
    expect(signal, step).toBe('SIGKILL');
    const now = await held();
    expect([before, next], step).toContain(now);
    before = now ?? '';
  }
  // What was written last was not yet known to be.
  const state = async () =>
    JSON.parse(await readFile(folder.path('corpus.sources.json'), 'utf8')).sources.letters;
  expect(before).toBe('F');
  expect(await state()).toMatchObject({ watermark: { etag: '"A"' } });
  expect(only(await folder.follow(settings))).toMatchObject({ error: null, documents: COUNT });
  expect(await held()).toBe('F');
  expect(await state()).toMatchObject({ watermark: { etag: '"F"' } });
}, 60_000);
