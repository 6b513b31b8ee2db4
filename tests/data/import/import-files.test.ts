import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { countCollections } from '../../../src/data/corpus/collections.ts';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';
import { aDocument } from '../../support/documents.ts';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  out = join(folder, 'made', 'corpus.jsonl');
});

async function aFile(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

const aPage = (
  pager: string,
  ...documents: [date: string, title: string, description?: string][]
) =>
  [
    ['Skip to content', '', pager],
    ...documents.map(([date, title, description]) => [
      ...(date ? [date, ''] : ['']),
      title,
      ...(description ? ['', description] : []),
    ]),
  ]
    .map((lines) => `${lines.join('\n')}\n\n`)
    .join('');

const run = (paths: string[], collection: string | null = null) =>
  importFiles({ paths, out, collection });

const texts = async () => ({
  corpus: await readFile(out, 'utf8'),
  coverage: await readFile(join(folder, 'made', 'corpus.coverage.json'), 'utf8'),
});

const one = () =>
  aPage('1 - 2 of 4', ['May 1, 1950', 'A note', 'On this.'], ['June 1951', 'A letter', 'On that.']);
const two = () => aPage('2 - 3 of 4', ['June 1951', 'A letter', 'On that.'], ['', 'A report']);

describe('an import', () => {
  test('makes a corpus that can be loaded, and its coverage', async () => {
    const page = await aFile('berlin-1-2-of-4.txt', one());
    const { written, report } = await run([page]);
    expect(written).toBe(true);
    expect(report).toEqual({
      read: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      rejects: [],
      rejectsUnlisted: 0,
      pruned: [],
      deleted: 0,
      notes: [],
      coverage: [{ collection: 'Berlin', listed: 4, held: 2, missing: [[3, 4]] }],
      texts: { documents: 0, pages: 0, words: 0 },
    });
    const corpus = await loadCorpus([out]);
    expect(corpus.coverage).toEqual(report.coverage);
    expect(corpus.documents).toMatchObject([
      {
        title: 'A note',
        description: 'On this.',
        collection: 'Berlin',
        url: null,
        date: { text: 'May 1, 1950', start: '1950-05-01', precision: 'day' },
      },
      { title: 'A letter', date: { text: 'June 1951', precision: 'month' } },
    ]);
  });

  test('of the same thing again changes no byte', async () => {
    const pages = await aFile('pages/1.txt', one());
    await aFile('pages/2.txt', two());
    await run([pages, dirname(pages)], 'Berlin');
    const before = await texts();
    const { report } = await run([dirname(pages)], 'Berlin');
    expect(report).toMatchObject({ read: 4, added: 0, changed: 0, unchanged: 4 });
    expect(await texts()).toEqual(before);
    await run([pages], 'Berlin');
    expect(await texts()).toEqual(before);
    expect((await readdir(dirname(out))).sort()).toEqual([
      'corpus.coverage.json',
      'corpus.fixity.json',
      'corpus.jsonl',
      'corpus.origins.jsonl',
    ]);
  });

  test('adds overlapping pages once, together or one by one, in any order', async () => {
    const first = await aFile('1.txt', one());
    const second = await aFile('2.txt', two());
    const { report } = await run([second, first], 'Berlin');
    expect(report).toMatchObject({ read: 4, added: 3, unchanged: 1 });
    expect(report.coverage).toEqual([
      { collection: 'Berlin', listed: 4, held: 3, missing: [[4, 4]] },
    ]);
    const ids = [...(await loadCorpus([out])).byId.keys()];

    out = join(folder, 'again', 'corpus.jsonl');
    await run([first], 'Berlin');
    const { report: later } = await run([second], 'Berlin');
    expect(later).toMatchObject({ read: 2, added: 1, unchanged: 1, coverage: report.coverage });
    expect([...(await loadCorpus([out])).byId.keys()].sort()).toEqual(ids.sort());
  });

  test('replaces a document whose description has changed, and keeps the others', async () => {
    const page = await aFile('berlin.txt', one());
    await run([page]);
    const before = (await loadCorpus([out])).documents;
    await aFile('berlin.txt', one().replace('On this.', 'On this, corrected.'));
    const { report } = await run([page]);
    expect(report).toMatchObject({ read: 2, added: 0, changed: 1, unchanged: 1 });
    const [first, second] = before;
    expect((await loadCorpus([out])).documents).toEqual([
      { ...first, description: 'On this, corrected.' },
      second,
    ]);
  });

  test('keeps documents that came from elsewhere', async () => {
    const mine = aDocument({ id: 'mine', url: 'https://example.org/' });
    await aFile('made/corpus.jsonl', JSON.stringify(mine));
    await run([await aFile('berlin.txt', one())]);
    expect((await loadCorpus([out])).documents[0]).toEqual(mine);
  });

  test('names the collection by option, heading, or file', async () => {
    const page = await aFile('berlin.txt', one().replace('content', 'content\n\nThe Wall'));
    const collections = async () =>
      countCollections((await loadCorpus([out])).documents).map(({ name }) => name);
    await run([page]);
    expect(await collections()).toEqual(['The Wall']);
    await run([page], 'My Wall');
    expect(await collections()).toEqual(['My Wall', 'The Wall']);
  });

  test('keeps a document whose date can’t be read, and reports it', async () => {
    const page = await aFile('berlin.txt', one().replace('May 1, 1950', 'February 30, 1962'));
    const { report } = await run([page]);
    expect(report).toMatchObject({ read: 2, added: 2, rejected: 0 });
    expect(report.rejects).toEqual([
      {
        file: page,
        line: 5,
        reason: 'date kept as text: "February 30, 1962": there is no 30 February 1962',
      },
    ]);
    expect((await loadCorpus([out])).documents[0]?.date).toMatchObject({
      text: 'February 30, 1962',
      start: null,
      precision: 'unknown',
    });
  });
});

describe('what can’t be read', () => {
  test('is named, and the rest goes on', async () => {
    await aFile('pages/a/page.txt', one());
    await aFile('pages/.hidden.txt', one());
    await aFile('pages/b.png', Buffer.from([0x89, 0x50, 0, 0]));
    await aFile('pages/c.txt', ' \n');
    await aFile('pages/d.html', '<!doctype html><p>May 1, 1950');
    await aFile('pages/e.txt', 'Dear reader, nothing here.');
    const { written, report } = await run([join(folder, 'pages'), join(folder, 'none.txt')]);
    expect(written).toBe(true);
    expect(report).toMatchObject({ read: 2, added: 2, rejected: 5 });
    const rejects = report.rejects.map(({ file, line, reason }) => [
      file.slice(folder.length + 1),
      line,
      reason,
    ]);
    expect(rejects).toEqual([
      ['none.txt', null, 'there is no such file'],
      ['pages/b.png', null, expect.stringMatching(/^isn’t text/)],
      ['pages/c.txt', null, 'is empty'],
      ['pages/d.html', null, 'is a web page without documents in a known form'],
      ['pages/e.txt', null, 'holds no documents in a format that can be read here'],
    ]);
  });

  test.skipIf(process.platform === 'win32')('a pipe is refused, not waited for', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const { report } = await run([pipe]);
    expect(report.rejects).toEqual([
      { file: pipe, line: null, reason: 'is neither a file nor a folder' },
    ]);
    expect((await run([folder])).report.rejects).toEqual([]);
  });

  test('is counted the same where nothing could be taken: a doubt is no document', async () => {
    const page = 'Search in\n\n1 - 9 of 9\n\n  • May 1, 1950\n\n  • May 2, 1950\n';
    const { written, report } = await run([await aFile('bullets.txt', page)]);
    expect(written).toBe(false);
    const { read, added, changed, unchanged, rejected, rejects } = report;
    expect({ read, added, changed, unchanged, rejected }).toEqual({
      read: 2,
      added: 0,
      changed: 0,
      unchanged: 0,
      rejected: 2,
    });
    expect(rejects).toHaveLength(3);
  });

  test('leaves everything as it was, where nothing else is there', async () => {
    const { written, report } = await run([await aFile('empty.txt', '')]);
    expect(written).toBe(false);
    expect(report).toMatchObject({ read: 0, rejected: 1 });
    await expect(readFile(out)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['made/corpus.jsonl', 'broken\n', 1],
    ['made/corpus.coverage.json', 'broken', null],
  ])('may be what is held already; it is not touched: %s', async (name, text, line) => {
    const damaged = await aFile(name, text);
    const { written, report } = await run([await aFile('berlin.txt', one())]);
    expect(written).toBe(false);
    expect(report.rejects).toMatchObject([{ file: damaged, line }]);
    expect(await readFile(damaged, 'utf8')).toBe(text);
    expect(await readdir(dirname(out))).toHaveLength(1);
  });

  test('may be where to write', async () => {
    const page = await aFile('berlin.txt', one());
    out = join(page, 'corpus.jsonl');
    const { written, report } = await run([page]);
    expect(written).toBe(false);
    expect(report).toMatchObject({ added: 0, rejects: [{ file: out, line: null }] });
    expect(report.rejects[0]?.reason).toMatch(/^can't be written/);
  });

  test('is not the corpus itself, in the folder that is read', async () => {
    out = join(folder, 'pages', 'corpus.jsonl');
    await aFile('pages/berlin.txt', one());
    await run([join(folder, 'pages')]);
    const { report } = await run([join(folder, 'pages')]);
    expect(report).toMatchObject({ read: 2, unchanged: 2, rejected: 0 });
  });
});
