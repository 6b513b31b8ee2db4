import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../../src/data/texts/count-words.ts';
import { textsPath } from '../../../src/data/texts/page.ts';
import { reportOnTexts } from '../../../src/data/texts/text-report.ts';

test('the texts of corpora are counted, and those without a document named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'text-report-'));
  const corpora = ['a', 'b', 'c'].map((name) => join(folder, `${name}.jsonl`));
  const write = (corpus = '', ...pages: [id: string, page: number, kind: string][]) =>
    writeFileSync(
      textsPath(corpus),
      pages
        .map(([id, page, kind]) =>
          JSON.stringify({ id, page, label: null, text: 'It rains.', kind, url: null }),
        )
        .join('\n'),
    );
  write(corpora[0], ['one', 1, 'ocr'], ['one', 2, 'ocr'], ['gone', 1, 'edition']);
  write(corpora[1], ['two', 1, 'edition']);
  expect(await reportOnTexts(corpora, (id) => id !== 'gone')).toEqual({
    documents: 2,
    pages: 3,
    words: 6,
    kinds: { ocr: 2, edition: 1 },
    withoutDocument: ['gone'],
  });
});

describe('words', () => {
  test.each([
    ['', 0],
    ['It rains — again, in 1894.', 5],
    ['well-kept Cap d’Ail', 3],
    ['Сын мой', 2],
    ['毛泽东 said 3 words', 6],
  ])('of %j are %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
