import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';
import { openSource } from '../../../src/data/import/open-source.ts';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  out = join(folder, 'corpus.jsonl');
});

const listing = (...documents: [date: string, title: string, description: string][]) =>
  `Skip to content\n\n${documents.map((parts) => `${parts.join('\n\n')}\n\n`).join('')}`;
const first = ['May 1, 1950', 'A note', 'On this.'] as const;
const second = ['June 1951', 'A letter', 'On that.'] as const;

const put = (name: string, text: string) => writeFile(join(folder, name), text);
const run = (names: string[], prunes = false) =>
  importFiles({
    paths: names.map((name) => join(folder, name)),
    out,
    collection: 'Berlin',
    prunes,
  });
const titles = async () => (await loadCorpus([out])).documents.map(({ title }) => title);
const linesOf = async (path: string) =>
  (await readFile(path, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('what the source no longer has', () => {
  test('stays, unless one asks for it to go; then it is named', async () => {
    await put('a.txt', listing([...first], [...second]));
    await run(['a.txt']);
    await put('a.txt', listing([...second]));
    expect((await run(['a.txt'])).report.pruned).toEqual([]);
    expect(await titles()).toEqual(['A note', 'A letter']);
    const { report } = await run(['a.txt'], true);
    expect(report).toMatchObject({ read: 1, unchanged: 1 });
    expect(report.pruned).toEqual([expect.stringMatching(/^1950-05-01-a-note-/)]);
    expect(await titles()).toEqual(['A letter']);
  });

  test('never takes along what came from another file', async () => {
    await put('a.txt', listing([...first]));
    await put('b.txt', listing([...second]));
    await run(['a.txt', 'b.txt']);
    expect((await run(['b.txt'], true)).report.pruned).toEqual([]);
    expect(await titles()).toEqual(['A note', 'A letter']);
  });
});

describe('beside the corpus', () => {
  test('stands where each document comes from', async () => {
    await put('a.txt', listing([...first], [...second]));
    await run(['a.txt']);
    expect(await linesOf(join(folder, 'corpus.origins.jsonl'))).toEqual([
      expect.objectContaining({ file: join(folder, 'a.txt'), line: 3, place: null }),
      expect.objectContaining({ line: 9 }),
    ]);
  });

  test('stands what was not taken or is doubtful, until nothing is', async () => {
    const bulleted = 'Search in\n\n  • May 1, 1950\n\n    A note\n\n  • May 2, 1950\n';
    await put('a.txt', bulleted);
    await run(['a.txt']);
    expect(await linesOf(`${out}.rejects.jsonl`)).toEqual([
      expect.objectContaining({ file: join(folder, 'a.txt'), line: 7, taken: false }),
    ]);
    await put('a.txt', bulleted.replace(/\n[^\n]*May 2, 1950/, ''));
    await run(['a.txt']);
    await expect(readFile(`${out}.rejects.jsonl`)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('documents alike', () => {
  const table = (...rows: string[]) => `Title,Date,Box,URL\n${rows.join('\n')}\n`;
  const boxes = async () =>
    (await loadCorpus([out])).documents.map(({ source, url }) => [source?.[0], url]).sort();

  test('from several boxes, or under several addresses, are several; repeats are one', async () => {
    const rows = [
      'Letter,1950,1,',
      'Letter,1950,2,',
      'Letter,1950,2,https://a.example/',
      'Letter,1950,1,',
    ];
    await put('a.csv', table(...rows));
    expect((await run(['a.csv'])).report).toMatchObject({ added: 3, unchanged: 1, rejected: 0 });
    const all = [
      ['Box 1', null],
      ['Box 2', null],
      ['Box 2', 'https://a.example/'],
    ];
    expect(await boxes()).toEqual(all);
    const before = await readFile(out, 'utf8');
    await put('a.csv', table(...rows.toReversed()));
    expect((await run(['a.csv'])).report).toMatchObject({ added: 0, changed: 0 });
    expect(await boxes()).toEqual(all);
    expect(await readFile(out, 'utf8')).toBe(before);
  });

  test('stay the same where an address is given later', async () => {
    await put('a.csv', table('Letter,1950,1,', 'Note,1951,1,'));
    await run(['a.csv']);
    await put('a.csv', table('Letter,1950,1,https://a.example/', 'Note,1951,1,'));
    expect((await run(['a.csv'])).report).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  });
});

test('standard input is read as a file is', async () => {
  const source = await openSource('-', folder, null, Readable.from([Buffer.from('May 1, 1950\n')]));
  let text = '';
  for await (const piece of source.text()) text += piece;
  expect(text).toBe('May 1, 1950\n');
  expect(source.sample).toMatchObject({ text, isWhole: true });
});
