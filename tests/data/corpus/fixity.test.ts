import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';

let folder: string;
let out: string;
const fixity = () => join(folder, 'corpus.fixity.json');
const importing = (rows: number) =>
  writeFile(
    join(folder, 'letters.csv'),
    `title,date\n${Array.from({ length: rows }, (_, at) => `Letter ${at},${1900 + at}\n`).join('')}`,
  ).then(() => importFiles({ paths: [join(folder, 'letters.csv')], out, collection: 'Letters' }));
const lines = async () => (await readFile(out, 'utf8')).split(/(?<=\n)/);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fixity-'));
  out = join(folder, 'corpus.jsonl');
  await importing(6);
});

describe('a corpus that is not what was written', () => {
  test.each([
    ['cut at the end of a line', (text: string[]) => text.slice(0, 3), /holds 3 documents, but 6/],
    ['with more than was written', (text: string[]) => [...text, '\n'], /has been changed/],
    ['in another order', (text: string[]) => text.toReversed(), /has been changed/],
  ])('%s, is not loaded, nor added to', async (_, spoil, reason) => {
    const spoilt = spoil(await lines()).join('');
    await writeFile(out, spoilt);
    await expect(loadCorpus([out])).rejects.toThrow(reason);
    const { written, report } = await importing(7);
    expect(written).toBe(false);
    expect(report.rejects[0]?.reason).toMatch(reason);
    expect(await readFile(out, 'utf8')).toBe(spoilt);
  });

  test('is told once where it can not be read at all', async () => {
    await rm(out);
    await expect(loadCorpus([out])).rejects.toThrow(/^[^\n]+\n[^\n]+no such file$/);
  });

  test('is loaded where the figures were taken away', async () => {
    await writeFile(out, (await lines()).slice(0, 3).join(''));
    await rm(fixity());
    expect((await loadCorpus([out])).documents).toHaveLength(3);
  });
});

test('what stood there before an import stands also beside the new figures', async () => {
  const before = await readFile(out);
  await importing(8);
  expect((await loadCorpus([out])).documents).toHaveLength(8);
  // As a kill between the two files leaves them.
  await writeFile(out, before);
  expect((await loadCorpus([out])).documents).toHaveLength(6);
});

test('figures that are none are a problem of their own', async () => {
  await writeFile(fixity(), '[{"documents":-1}]');
  await expect(loadCorpus([out])).rejects.toThrow(/corpus\.fixity\.json: 0\.documents/);
});
