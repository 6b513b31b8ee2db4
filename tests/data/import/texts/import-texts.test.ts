import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { importFiles } from '../../../../src/data/import/import-files.ts';
import type { ImportRequest } from '../../../../src/data/import/import-request.ts';
import type { Page } from '../../../../src/data/texts/page.ts';
import { readPages } from '../../../../src/data/texts/read-pages.ts';
import { referenceData } from '../../../support/reference-data.ts';

let folder: string;
let out: string;
let textsFile: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-texts-'));
  out = join(folder, 'corpus.jsonl');
  textsFile = join(folder, 'corpus.text.jsonl');
});

async function aFile(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

const run = (paths: string[], others: Partial<ImportRequest> = {}) =>
  importFiles({ paths, out, collection: 'Letters', ...others });

/** The pages of the corpus, by their documents' words and their own. */
async function pages(): Promise<Page[]> {
  const found: Page[] = [];
  for await (const { page } of readPages(out)) found.push(page);
  return found;
}
const textsIn = async () => (await pages()).map(({ id, text }) => `${id.slice(0, 1)}: ${text}`);

const table = (...rows: [id: string, title: string, text: string][]) =>
  `Identifier,Title,Date,Text\n${rows.map((row) => [row[0], row[1], '1950', `"${row[2]}"`].join(',')).join('\n')}\n`;

describe('an import of texts', () => {
  test('writes a page a line in the order of the documents, and reports how much there is', async () => {
    const source = await aFile(
      'a.csv',
      table(['B1', 'B', 'It rains.\fAnd pours.'], ['A2', 'A', ''], ['C3', 'C', 'Snow']),
    );
    const { written, report } = await run([source]);
    expect(written).toBe(true);
    expect(report.texts).toEqual({ documents: 2, pages: 3, words: 5 });
    expect((await pages()).map(({ id: _, ...page }) => page)).toEqual([
      { page: 1, label: null, text: 'It rains.', kind: 'transcript', url: null },
      { page: 2, label: null, text: 'And pours.', kind: 'transcript', url: null },
      { page: 1, label: null, text: 'Snow', kind: 'transcript', url: null },
    ]);
  });

  test('of the same again changes nothing, not a byte', async () => {
    const source = await aFile(
      'a.csv',
      table(['B1', 'B', 'It rains.'], ['A2', 'A', 'Snow\u2028fell']),
    );
    await run([source]);
    const before = [out, textsFile].map((file) => readFileSync(file, 'utf8'));
    const { report } = await run([source]);
    expect(report).toMatchObject({ read: 2, added: 0, changed: 0, unchanged: 2 });
    expect([out, textsFile].map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  test('counts a changed text as a changed document, and keeps the texts of all others', async () => {
    await run([await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', 'Snow']))]);
    const { report } = await run([
      await aFile('a.csv', table(['B2', 'B', 'Sleet'], ['C3', 'C', 'Sun'])),
    ]);
    expect(report).toMatchObject({ read: 2, added: 1, changed: 1, unchanged: 0 });
    expect(report.texts).toEqual({ documents: 3, pages: 3, words: 3 });
    expect(await textsIn()).toEqual(['a: Rain', 'b: Sleet', 'c: Sun']);
  });

  test('takes a text only in the place of another: a source without it leaves it', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', 'Rain']));
    await run([source]);
    await run([source], { withTexts: false });
    await run([await aFile('b.csv', 'Identifier,Title,Date\nA1,Corrected,1950\n')]);
    expect(readFileSync(out, 'utf8')).toContain('Corrected');
    expect(await textsIn()).toEqual(['a: Rain']);
  });

  test('without texts writes none', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', 'Rain']));
    const { report } = await run([source], { withTexts: false });
    expect(report.texts).toEqual({ documents: 0, pages: 0, words: 0 });
    expect(existsSync(textsFile)).toBe(false);
  });

  test('removes a text with its document', async () => {
    await run([await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', 'Snow']))]);
    await run([await aFile('a.csv', table(['B2', 'B', 'Snow']))], { prunes: true });
    expect(await textsIn()).toEqual(['b: Snow']);
    await run([await aFile('a.csv', table(['C3', 'C', '']))], { prunes: true });
    expect(existsSync(textsFile)).toBe(false);
    expect(await pages()).toEqual([]);
  });

  test('changes nothing where the texts there are can’t be read', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', 'Snow']));
    await run([source]);
    const half = readFileSync(textsFile, 'utf8').split('\n')[0] ?? '';
    writeFileSync(textsFile, `${half}\n`);
    const { written, report } = await run([source]);
    expect(written).toBe(false);
    expect(report.rejects).toMatchObject([
      { file: textsFile, reason: expect.stringContaining('holds 1 pages, but 2 were written') },
    ]);
    expect(readFileSync(textsFile, 'utf8')).toBe(`${half}\n`);
  });

  test('keeps texts that somebody wrote by hand, and says which belong to no document', async () => {
    const a = await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', '']));
    await run([a]);
    const [id = ''] = (await pages()).map((page) => page.id);
    const b = readFileSync(out, 'utf8').match(/"id":"(b[^"]*)"/)?.[1];
    await rm(textsFile.replace('.jsonl', '.fixity.json'));
    const line = (page: object) => JSON.stringify({ kind: 'edition', url: null, ...page });
    const own = [
      line({ text: 'Hail', label: 'p. 4', page: 1, id: b }),
      line({ text: 'and on', label: 'p. 5', page: 2, id: b }),
      line({ text: 'Fog', label: null, page: 1, id: 'gone' }),
      line({ text: 'Dew', label: null, page: 1, id }),
    ];
    writeFileSync(textsFile, `\uFEFF${own.join('\r\n\n')}`);
    const { report } = await run([await aFile('c.csv', table(['C3', 'C', 'Sun']))]);
    expect(await textsIn()).toEqual(['a: Dew', 'b: Hail', 'b: and on', 'c: Sun']);
    expect(readFileSync(textsFile, 'utf8')).toContain(own[0]);
    expect(report.notes.at(-1)).toBe(
      'left out of the texts, because the corpus has no such document: gone',
    );
  });

  test('takes up texts that were there before their documents', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', '']));
    await run([source]);
    const id = readFileSync(out, 'utf8').match(/"id":"([^"]*)"/)?.[1];
    await rm(out);
    await rm(out.replace('.jsonl', '.fixity.json'));
    const page = { id, page: 1, label: null, text: 'Rain', kind: 'ocr', url: null };
    writeFileSync(textsFile, JSON.stringify(page));
    const { report } = await run([source]);
    expect(report.texts.documents).toBe(1);
    expect(await pages()).toEqual([page]);
  });

  test('keeps what Discord and terminals can’t show out of texts', async () => {
    await run([
      await aFile('a.jsonl', '{"identifier":"A1","title":"A","text":"Ra\\u0007in \\ud83d."}\n'),
    ]);
    expect(await textsIn()).toEqual(['a: Rain \uFFFD.']);
  });
});

describe('a corpus that is imported into another', () => {
  test('brings its texts', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', '']));
    await importFiles({ paths: [source], out: join(folder, 'old', 'c.jsonl'), collection: null });
    await rm(source);
    const { report } = await run([join(folder, 'old')]);
    expect(report).toMatchObject({ read: 2, added: 2, texts: { documents: 1 } });
    expect(report.rejects.filter(({ file }) => file.includes('text'))).toEqual([]);
    expect(await textsIn()).toEqual(['a: Rain']);
  });

  test('can’t be named by its texts', async () => {
    const lone = await aFile('c.text.jsonl', '{"id":"a","page":1}\n');
    expect((await run([lone])).report.rejects).toEqual([
      {
        file: lone,
        line: null,
        reason: `holds texts; name their corpus, ${join(folder, 'c.jsonl')}`,
      },
    ]);
  });
});

describe('a column of texts', () => {
  test.each([
    ['Transcription', 'transcript'],
    ['OCR Text', 'ocr'],
  ])('is known by its name: %s', async (column, kind) => {
    await run([await aFile('a.csv', `Title,Date,${column}\nA,1950,Rain\n`)]);
    expect((await pages())[0]).toMatchObject({ text: 'Rain', kind });
  });

  test('may have any name that --map gives, and its name may say how it was made', async () => {
    const map = new Map([['text', 'English translation'] as const]);
    await run([await aFile('a.csv', 'Title,Date,English translation\nA,1950,Rain\n')], { map });
    expect((await pages())[0]).toMatchObject({ text: 'Rain', kind: 'translation' });
  });

  test('of JSON may hold a list, a page each', async () => {
    await run([await aFile('a.json', '[{"title":"A","date":"1950","text":["Rain","","Snow"]}]')]);
    expect((await pages()).map(({ page, text }) => `${page} ${text}`)).toEqual([
      '1 Rain',
      '2 ',
      '3 Snow',
    ]);
  });
});

describe('a folder of texts', () => {
  const source = () => aFile('a.csv', 'Identifier,Title,Date\nF.O. 1/2,A,1950\nF.O. 1/3,B,1951\n');

  test('gives documents of this import and of earlier ones their texts', async () => {
    await run([await source()]);
    await aFile('texts/FO_1_3.txt', 'Snow\f\n\nfell');
    await aFile('texts/other.txt', 'Nothing');
    const { written, report } = await run([], { texts: join(folder, 'texts') });
    expect(written).toBe(true);
    expect(report).toMatchObject({ read: 1, added: 0, changed: 1, unchanged: 0, rejected: 1 });
    expect(report.rejects).toMatchObject([{ file: join(folder, 'texts', 'other.txt') }]);
    await aFile('texts/FO_1_2.md', '*Rain*');
    const again = await run([await source()], { texts: join(folder, 'texts') });
    expect(again.report).toMatchObject({ read: 2, added: 0, changed: 1, unchanged: 1 });
    expect(await textsIn()).toEqual(['f: Rain', 'f: Snow', 'f: fell']);
    const same = await run([await source()], { texts: join(folder, 'texts') });
    expect(same.report).toMatchObject({ read: 2, changed: 0, unchanged: 2 });
  });

  test('outlives an import of the table again, which has a text of its own', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', 'Snow']));
    await run([source]);
    const notes = async () => (await run([source])).report.notes.filter((one) => /kept/.test(one));
    expect(await notes()).toEqual([]);
    await aFile('texts/A1.txt', 'Rain\ffell');
    await run([], { texts: join(folder, 'texts') });
    const before = readFileSync(textsFile, 'utf8');
    const again = await run([source]);
    expect(again.report).toMatchObject({ changed: 0, unchanged: 2 });
    expect(await notes()).toEqual([
      expect.stringMatching(/^kept the text from --texts, though the source has another: a1-\w+$/),
    ]);
    expect(readFileSync(textsFile, 'utf8')).toBe(before);
    await aFile('a.csv', table(['A1', 'A', 'Rain'], ['B2', 'B', 'Sleet']));
    expect((await run([source])).report).toMatchObject({ changed: 1 });
    await aFile('texts/A1.txt', 'Hail');
    await run([source], { texts: join(folder, 'texts') });
    expect(await textsIn()).toEqual(['a: Hail', 'b: Sleet']);
  });

  test('outlives it in a corpus whose origins nobody knows, too', async () => {
    const source = await aFile('a.csv', table(['A1', 'A', 'Rain']));
    await run([source], { withTexts: false });
    await rm(out.replace('.jsonl', '.origins.jsonl'));
    await aFile('texts/A1.txt', 'Hail');
    await run([], { texts: join(folder, 'texts') });
    await run([source]);
    expect(await textsIn()).toEqual(['a: Hail']);
  });

  test('in which no file fits changes nothing, and says so', async () => {
    await run([await source()]);
    await mkdir(join(folder, 'texts'));
    expect((await run([], { texts: join(folder, 'texts') })).written).toBe(false);
    const absent = await run([], { texts: join(folder, 'absent') });
    expect(absent).toMatchObject({
      written: false,
      report: { rejects: [{ reason: 'there is no such file' }] },
    });
  });

  test('says what isn’t sure of a text: its encoding, and pages without words', async () => {
    const letters = 'Уважаемый товарищ министр, вчера шёл дождь, и сегодня идёт дождь.';
    await aFile('texts/FO_1_2.txt', iconv.encode(letters, 'windows-1251'));
    await aFile('texts/FO_1_3.txt', 'Rain\f\fSnow');
    const { report } = await run([await source()], { texts: join(folder, 'texts') });
    expect(report.rejected).toBe(0);
    expect(report.rejects).toMatchObject([
      { reason: expect.stringContaining('a guess') },
      { reason: 'has 1 of 3 pages without text' },
    ]);
    expect((await textsIn())[0]).toBe(`f: ${letters}`);
  });

  test('with a file that can’t be read loses nothing else', async () => {
    await aFile('texts/FO_1_2.pdf', '%PDF-1.4 broken');
    await aFile('texts/FO_1_3.txt', 'Snow');
    const { report } = await run([await source()], { texts: join(folder, 'texts') });
    expect(report.rejects).toMatchObject([{ reason: expect.stringContaining('PDF') }]);
    expect(await textsIn()).toEqual(['f: Snow']);
  });
});

const { path, isHere } = referenceData('corpora/frus');

test.skipIf(!isHere)('two volumes of Foreign Relations come with all of their pages', async () => {
  const { report } = await run([
    join(path, 'frus1894Nicaragua.xml'),
    join(path, 'frus1934v04.xml'),
  ]);
  expect(report.texts.documents).toBe(840);
  expect(report.texts.words).toBeGreaterThan(300_000);
  const found = await pages();
  expect(found).toHaveLength(report.texts.pages);
  expect(found.every(({ label, url }) => label?.startsWith('p. ') && url !== null)).toBe(true);
  const bluefields = found.find(({ text }) => text.includes('Honduras invading at Cape Gracias.'));
  expect(bluefields).toMatchObject({ label: 'p. 9', kind: 'edition', page: 1 });
  await rm(folder, { recursive: true });
});
