import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { createFixity, fixityPath, formatFixity } from '../../../src/data/corpus/fixity.ts';
import { CorpusError } from '../../../src/data/corpus/problem.ts';
import { type Page, textsPath } from '../../../src/data/texts/page.ts';
import { type PageLine, readPages } from '../../../src/data/texts/read-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-pages-'));
let made = 0;

function aPage(overrides: Partial<Page> = {}): Page {
  const plain = { id: 'one', page: 1, label: null, text: 'Rain.', kind: 'edition', url: null };
  return { ...plain, ...overrides } as Page;
}

/** A corpus with a file of texts; only the texts are there. */
function corpusWith(content: string | Uint8Array): string {
  made += 1;
  const corpus = join(folder, `${made}.jsonl`);
  writeFileSync(textsPath(corpus), content);
  return corpus;
}

const lines = (...pages: readonly object[]): string =>
  pages.map((page) => `${JSON.stringify(page)}\n`).join('');

async function allPages(corpus: string): Promise<PageLine[]> {
  const pages: PageLine[] = [];
  for await (const page of readPages(corpus)) pages.push(page);
  return pages;
}

async function problemsOf(content: string): Promise<string[]> {
  const error = await allPages(corpusWith(content)).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(CorpusError);
  return (error as CorpusError).problems.map(
    ({ line, field, reason }) => `${line}${field ? ` ${field}` : ''}: ${reason}`,
  );
}

describe('the pages of a corpus', () => {
  test('are none without a file of texts', async () => {
    expect(await allPages(join(folder, 'none.jsonl'))).toEqual([]);
  });

  test('come in their order, with the bytes in which they stand', async () => {
    const pages = [
      aPage({
        label: 'p. 412',
        text: 'Сын мой,\n\nrain\u2028fell.',
        url: 'https://example.org/412',
      }),
      aPage({ page: 2, text: '' }),
      aPage({ id: 'two', kind: 'ocr' }),
    ];
    const content = Buffer.from(
      `\uFEFF\n${lines(...pages.slice(0, 2))}  \r\n${lines(...pages.slice(2))}`,
    );
    const read = await allPages(corpusWith(content));
    expect(read.map(({ page }) => page)).toEqual(pages);
    expect(read.map(({ line }) => line)).toEqual([2, 3, 5]);
    for (const { page, at, length } of read) {
      expect(JSON.parse(content.subarray(at, at + length).toString())).toEqual(page);
    }
  });

  test('are found by their bytes, wherever a file is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 700_000 }), { size: 'max', maxLength: 8 }),
        async (lengths) => {
          const pages = lengths.map((length, index) =>
            aPage({ page: index + 1, text: 'é'.repeat(length) }),
          );
          const content = Buffer.from(lines(...pages));
          const read = await allPages(corpusWith(content));
          expect(
            read.map(({ at, length }) => content.subarray(at, at + length).toString()),
          ).toEqual(pages.map((page) => JSON.stringify(page)));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('are refused by line and field', async () => {
    expect(
      await problemsOf(`{"id":"one"\n${lines({ ...aPage(), kind: 'scan', url: 'ftp://x', n: 1 })}`),
    ).toEqual([
      expect.stringMatching(/^1: is not JSON/),
      '2 kind: must be one of edition, transcript, translation, ocr',
      '2 url: must be an http or https address',
      '2 n: isn’t a known field',
    ]);
    expect(await problemsOf(lines({ id: 'one', page: 1 }))).toEqual([
      '1 label: is missing',
      '1 text: is missing',
      '1 kind: is missing',
      '1 url: is missing',
    ]);
  });

  test('of a document are numbered 1, 2, 3 and stand together', async () => {
    expect(await problemsOf(lines(aPage({ page: 2 }), aPage({ page: 3 })))).toEqual([
      '1 page: is 2 on a document’s first page; pages are numbered 1, 2, 3 in their order',
    ]);
    expect(await problemsOf(lines(aPage(), aPage({ page: 3 }), aPage({ page: 3 })))).toEqual([
      '2 page: is 3 after 1; pages are numbered 1, 2, 3 in their order',
      '3 page: is 3 after 3; pages are numbered 1, 2, 3 in their order',
    ]);
    expect(await problemsOf(lines(aPage(), aPage({ id: 'two' }), aPage({ page: 2 })))).toEqual([
      '3 id: "one" has pages from line 1 on; the pages of a document must stand together',
    ]);
  });

  test('after one that can’t be read aren’t blamed for it', async () => {
    const bad = lines(aPage(), { ...aPage({ page: 2 }), text: null }, aPage({ page: 3 }));
    expect(await problemsOf(bad)).toHaveLength(1);
  });

  test('that are fewer than were written are refused', async () => {
    const whole = lines(aPage(), aPage({ page: 2 }));
    const corpus = corpusWith(lines(aPage()));
    const fixing = createFixity();
    fixing.see(whole, 2);
    writeFileSync(fixityPath(textsPath(corpus)), formatFixity(fixing.seen(), null));
    await expect(allPages(corpus)).rejects.toThrow('holds 1 pages, but 2 were written');
    writeFileSync(textsPath(corpus), whole);
    expect(await allPages(corpus)).toHaveLength(2);
  });
});

test('a file of texts is no corpus, and the corpus to name instead is said', async () => {
  await expect(loadCorpus([join(folder, 'letters.text.jsonl')])).rejects.toThrow(
    /letters\.text\.jsonl: holds the texts of documents; name the corpus that they belong to, .*letters\.jsonl$/,
  );
});
