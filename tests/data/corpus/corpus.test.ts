import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { countCollections } from '../../../src/data/corpus/collections.ts';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import type { Document } from '../../../src/data/corpus/document.ts';
import { CorpusError } from '../../../src/data/corpus/problem.ts';
import { UserError } from '../../../src/errors.ts';
import { aDate, aDay, aDocument } from '../../support/documents.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'));
});

async function aFile(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const line = (overrides: Partial<Document> = {}) => JSON.stringify(aDocument(overrides));

async function problemsOf(...paths: string[]): Promise<string[]> {
  const error = await loadCorpus(paths).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CorpusError);
  expect(error).toBeInstanceOf(UserError);
  return (error as CorpusError).message
    .split('\n')
    .slice(1)
    .map((problem) => problem.replaceAll(`${folder}/`, ''));
}

describe('a corpus', () => {
  test('is every document of every file, in their order', async () => {
    const a = await aFile('a.jsonl', `${line({ id: 'one' })}\n${line({ id: 'two' })}\n`);
    const b = await aFile('b.jsonl', line({ id: 'three', collection: 'Another' }));
    const corpus = await loadCorpus([a, b]);
    expect(corpus.documents.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(corpus.byId.get('two')).toBe(corpus.documents[1]);
    expect(countCollections(corpus.documents)).toEqual([
      { name: 'A collection', documents: 2 },
      { name: 'Another', documents: 1 },
    ]);
    expect(corpus.coverage).toEqual([]);
    expect(corpus.readAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('may have a byte order mark, blank lines and Windows line ends', async () => {
    const path = await aFile('a.jsonl', `\uFEFF${line({ id: 'one' })}\r\n\r\n  \n${line()}\r\n`);
    expect((await loadCorpus([path])).documents).toHaveLength(2);
  });

  test('keeps a text with line separators, which are no line ends in JSON', async () => {
    const description = 'one\u2028two\u2029three';
    const path = await aFile('a.jsonl', line({ description }));
    expect((await loadCorpus([path])).documents[0]?.description).toBe(description);
  });

  test('reads characters that lie across the chunks of a file', async () => {
    const description = 'я'.repeat(100_000);
    const path = await aFile('a.jsonl', ` ${line({ description })}`);
    expect((await loadCorpus([path])).documents[0]?.description).toBe(description);
  });

  test('has the coverage that stands beside its file', async () => {
    const coverage = [{ collection: 'A collection', listed: 3, held: 1, missing: [[2, 3]] }];
    const path = await aFile('a.jsonl', line());
    await aFile('a.coverage.json', JSON.stringify(coverage));
    expect((await loadCorpus([path])).coverage).toEqual(coverage);
  });
});

describe('the problems of a corpus', () => {
  test('are all named, with file, line and field', async () => {
    const { title: _, ...untitled } = aDocument({ id: 'untitled' });
    const a = await aFile(
      'a.jsonl',
      [
        line({ id: 'one' }),
        '{"id": "broken',
        JSON.stringify(untitled),
        JSON.stringify({ ...aDocument({ id: 'more' }), colour: 'red' }),
        JSON.stringify({ ...aDocument(), id: 'No Slug', url: 'ftp://example.org' }),
        JSON.stringify({ ...aDocument({ id: 'people' }), people: [1] }),
        '[]',
      ].join('\n'),
    );
    const b = await aFile('b.jsonl', `\n${line({ id: 'one' })}`);
    const problems = await problemsOf(a, b, join(folder, 'none.jsonl'), folder);
    expect(problems[0]).toMatch(/^a\.jsonl:2: is not JSON \(/);
    expect(problems.slice(1)).toEqual([
      'a.jsonl:3: title: is missing',
      'a.jsonl:4: colour: isn’t a known field',
      'a.jsonl:5: id: must be 1 to 80 of a-z, 0-9 and -',
      'a.jsonl:5: url: must be an http or https address',
      'a.jsonl:6: people: must be a list of texts, or null',
      'a.jsonl:7: Invalid input: expected object, received array',
      'b.jsonl:2: id: "one" is already at a.jsonl:1',
      'none.jsonl: there is no such file',
      `${folder}: is a folder, not a file`,
    ]);
  });

  test.each([
    [
      { start: '1962-02-30', end: '1962-03-01' },
      'date.start: 1962-02-30 isn’t a day of the calendar',
    ],
    [
      { start: '1962-02-01', end: '1962-13-01' },
      'date.end: 1962-13-01 isn’t a day of the calendar',
    ],
    [
      { start: '1962-02-02', end: '1962-02-01' },
      'date.start: 1962-02-02 is after date.end, 1962-02-01',
    ],
    [
      { start: '-000043-03-15', end: '-000044-03-15' },
      'date.start: -000043-03-15 is after date.end, -000044-03-15',
    ],
  ])('include dates that are none: %o', async (days, problem) => {
    const path = await aFile('a.jsonl', line({ date: aDate(days) }));
    expect(await problemsOf(path)).toEqual([`a.jsonl:1: ${problem}`]);
  });

  test('do not include open ends, single days and days BCE', async () => {
    const dates = [
      aDate({ start: '1962-01-01' }),
      aDate({ end: '1962-01-01' }),
      aDay('1964-02-29'),
      aDate({ start: '-000043-03-15', end: '0043-03-15' }),
    ];
    const path = await aFile(
      'a.jsonl',
      dates.map((date, index) => line({ id: `d${index}`, date })).join('\n'),
    );
    expect((await loadCorpus([path])).documents).toHaveLength(4);
  });

  test('are printed up to a number, and the rest counted', async () => {
    const path = await aFile('a.jsonl', 'x\n'.repeat(60));
    const problems = await problemsOf(path);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('and 10 more');
  });

  test.each([
    ['no file at all', []],
    ['an empty file', ['\n']],
  ] as const)('include having no documents: %s', async (_, texts) => {
    const paths = await Promise.all(texts.map((text) => aFile('a.jsonl', text)));
    expect((await problemsOf(...paths)).join()).toContain('holds no documents');
  });

  test.each([
    ['{', /^a\.coverage\.json: is not JSON/],
    ['{}', /^a\.coverage\.json: Invalid input: expected array/],
    ['[{"collection":"C","listed":3,"held":4,"missing":[]}]', /0\.held: must not be more/],
    ['[{"collection":"C","listed":3,"held":1,"missing":[[3,2]]}]', /0\.missing: must be intervals/],
    ['[{"collection":"C","listed":3,"held":1,"missing":[[2,4]]}]', /0\.missing: must be intervals/],
    ['[{"collection":"C","listed":3,"missing":[]}]', /0\.held: is missing/],
  ])('include a damaged coverage: %s', async (text, problem) => {
    const path = await aFile('a.jsonl', line());
    await aFile('a.coverage.json', text);
    const problems = await problemsOf(path);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});
