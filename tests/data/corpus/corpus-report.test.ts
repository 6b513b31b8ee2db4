import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/data/corpus/document.ts';
import { reportOn } from '../../../src/data/corpus/report/corpus-report.ts';
import { formatCorpusReport } from '../../../src/data/corpus/report/format-report.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { aDocument } from '../../support/documents.ts';

const dated = (id: string, date: string, title = id): Document =>
  aDocument({ id, title, date: parseDate(date).date, collection: 'Letters' });

const reported = (documents: readonly Document[]) =>
  reportOn({
    documents,
    coverage: [{ collection: 'Letters', listed: 9, held: 2, missing: [[3, 9]] }],
  });

const everyDay = Array.from({ length: 360 }, (_, index) =>
  dated(`d${index}`, new Date(Date.UTC(1950, 0, 1 + index)).toISOString().slice(0, 10)),
);
const onNewYear = (count: number) =>
  Array.from({ length: count }, (_, index) => dated(`n${index}`, `1 January ${1951 + index}`));

describe('a corpus looked over', () => {
  test('is counted, with its span and what has no day', () => {
    const report = reported([
      dated('a', '16 October 1962'),
      dated('b', '1933-1945'),
      dated('c', 'undated'),
      dated('d', 'some day'),
    ]);
    expect(report).toMatchObject({
      documents: 4,
      collections: { Letters: 4 },
      precisions: { day: 1, interval: 1, unknown: 2 },
      span: { start: '1933-01-01', end: '1962-10-16' },
      undated: 2,
    });
    expect(reported([dated('c', 'undated')]).span).toBeNull();
  });

  test('a day far above its neighbours is a likely placeholder', () => {
    const { placeholders } = reported([...everyDay, ...onNewYear(12)]);
    expect(placeholders).toEqual([{ day: '01-01', documents: 13, usual: expect.any(Number) }]);
    expect(placeholders[0]?.usual).toBeLessThan(1.1);
  });

  test('a few more on a day are none', () => {
    expect(reported([...everyDay, ...onNewYear(3)]).placeholders).toEqual([]);
    expect(reported(onNewYear(3)).placeholders).toEqual([]);
  });

  test('the same title on the same days is a likely duplicate', () => {
    const { duplicates } = reported([
      dated('a', '16 October 1962', 'Notes, by Mikoyan'),
      dated('b', 'October 16, 1962', 'NOTES by Mikoyan.'),
      dated('c', '17 October 1962', 'Notes, by Mikoyan'),
      dated('d', 'undated', 'Notes'),
      dated('e', 'undated', 'Notes'),
    ]);
    expect(duplicates).toEqual([
      { title: 'Notes, by Mikoyan', date: '16 October 1962', ids: ['a', 'b'] },
    ]);
  });

  test('is told in words', () => {
    const texts = {
      documents: 2,
      pages: 1507,
      words: 9000,
      kinds: { ocr: 1507 },
      withoutDocument: ['gone'],
    };
    const text = formatCorpusReport({ ...reported([...everyDay, ...onNewYear(12)]), texts });
    expect(text).toContain('Texts: 2 documents, 1,507 pages, 9,000 words');
    expect(text).toMatch(/Texts without a document, which are never shown \(1\)\n {2}gone/);
    expect(text).toContain('372 documents, 1 January 1950 to 1 January 1962; 0 undated');
    expect(text).toContain('01-01: 13, usual there');
    expect(text).toContain('Letters: 2 of 9 held');
  });
});
