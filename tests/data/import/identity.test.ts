import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'));
});
const out = () => join(folder, 'corpus.jsonl');

const HEAD = 'title,date,description,from,to,subjects,box,url,file';
/** Imports rows of a table of letters, and says what the corpus holds then. */
async function rows(...lines: string[]) {
  return rowsOf('letters.csv', ...lines);
}
async function rowsOf(name: string, ...lines: string[]) {
  await writeFile(join(folder, name), [HEAD, ...lines].join('\n'));
  const { report } = await importFiles({
    paths: [join(folder, name)],
    out: out(),
    collection: 'Letters',
  });
  const { documents } = await loadCorpus([out()]);
  return { report, ids: documents.map(({ id }) => id), documents };
}

const LETTER = ['Letter', '1905-03-01', 'On the harbour', 'Ames', 'Bell', 'Ports', '4', '', ''];
const changed = (at: number, value: string) => LETTER.with(at, value).join(',');

describe('documents of one title and day are several', () => {
  test.each([
    ['sender', 3, 'Dunn'],
    ['addressee', 4, 'Cole'],
    ['description', 2, 'On the railway'],
    ['subject', 5, 'Ships'],
    ['box', 6, '5'],
    ['address on the web', 7, 'https://example.org/2'],
    ['file', 8, 'scan-2.pdf'],
  ])('that differ in their %s', async (_, at, value) => {
    const { ids } = await rows(LETTER.join(','), changed(at, value), LETTER.join(','));
    expect(new Set(ids).size).toBe(2);
    const again = await rows(changed(at, value), LETTER.join(','));
    expect(again.report).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(again.ids).toEqual(ids);
  });

  test('that come in files of their own', async () => {
    await rowsOf('one.csv', LETTER.join(','));
    const { report, documents } = await rowsOf('two.csv', changed(3, 'Dunn'));
    expect(report).toMatchObject({ added: 1, changed: 0 });
    expect(documents.map(({ creators }) => creators)).toEqual([['Ames'], ['Dunn']]);
  });

  test('for one row each where each has a file', async () => {
    const scans = Array.from({ length: 49 }, (_, at) => changed(8, `scan-${at}.pdf`));
    expect((await rows(...scans)).ids).toHaveLength(49);
  });
});

test.each([
  ['sender', 3, 'Ames, Ada'],
  ['description', 2, 'On the new harbour'],
  ['subject', 5, 'Harbours'],
])('a corrected %s leaves both letters their ids', async (_, at, value) => {
  const other = changed(4, 'Cole');
  const before = await rows(LETTER.join(','), other);
  const quoted = LETTER.with(at, `"${value}"`).join(',');
  const { report, ids } = await rows(other, quoted);
  expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  expect(ids).toEqual(before.ids);
});
