import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
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

/** Starts a sync, and kills it when a file in the corpus's folder is touched. */
async function killedAt(folder: string, env: Record<string, string>, file: RegExp) {
  const child = spawn(process.execPath, [QUIET, join(ROOT, 'scripts', 'sync.ts')], {
    env,
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const watching = watch(folder, (_, name) => {
    if (name && file.test(name)) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'exit');
  watching.close();
  return signal;
}

test.each([
  ['before the corpus is touched', /^corpus\.sources\.json$/],
  ['while files take their places', /^corpus\.origins\.jsonl$/],
  ['between corpus and state', /^corpus\.jsonl$/],
])(
  'who inherits a document is known to the next sync: killed %s',
  async (_, file) => {
    const [folder, server] = [await openFolder(), await startSourceServer()];
    const record = (id: string, words: string) => `${id},Letter,1962-05-01,${words}\n`;
    const letters = (...records: readonly string[]) =>
      `Identifier,Title,Date,Description\n${records.join('')}`;
    const answers: Record<string, string> = {};
    server.answer = (request, response) =>
      answersWith(answers[request.url ?? ''] ?? '')(request, response);
    const settings = `[${['one', 'two']
      .map((name) => `{name: ${name}, kind: url, url: "${server.url}/${name}", collection: C}`)
      .join(', ')}]`;
    await folder.write('sources.yaml', settings);
    const many = Array.from({ length: COUNT }, (_, at) => record(`box-${at}`, 'other'));
    answers['/one'] = letters(record('shared', 'as one says'), ...many);
    answers['/two'] = letters(record('shared', 'as two says'));
    await folder.follow(settings);
    const words = async () =>
      (await loadCorpus([folder.out])).documents.find(({ id }) => id.startsWith('shared'))
        ?.description;
    expect(await words()).toBe('as one says');

    answers['/one'] = letters(...many.slice(1), record('box-0', 'corrected'));
    const env = { ...BARE, SOURCES: folder.path('sources.yaml'), CORPUS: folder.out };
    // Between corpus and state it waits for somebody to write here, however late it is killed.
    const rejects = `${folder.out}.sources.rejects.jsonl`;
    execFileSync('mkfifo', [rejects]);
    expect(await killedAt(folder.folder, env, file)).toBe('SIGKILL');
    await rm(rejects);
    expect(await words()).toBe('as one says');
    const { sources } = await folder.follow(settings);
    expect(sources).toMatchObject([{ error: null }, { error: null }]);
    expect(await words()).toBe('as two says');
  },
  60_000,
);

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
