import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../../src/data/corpus/corpus.ts';
import { importFiles } from '../../../src/data/import/import-files.ts';
import { referenceData } from '../../support/reference-data.ts';

const { path: PAGES, isHere } = referenceData('corpora/archive-listings');

async function read(name: string) {
  const out = join(await mkdtemp(join(tmpdir(), 'import-')), 'corpus.jsonl');
  const { report } = await importFiles({ paths: [join(PAGES, name)], out, collection: null });
  const { documents } = await loadCorpus([out]);
  return { report, documents };
}

describe.skipIf(!isHere)('saved archive pages', () => {
  test('the real one', async () => {
    const { report, documents } = await read('sino-soviet-31-40-of-71.txt');
    expect(report).toMatchObject({ read: 10, added: 10, rejected: 0, rejects: [] });
    expect(report.coverage).toEqual([
      {
        collection: 'Sino-Soviet',
        listed: 71,
        held: 10,
        missing: [
          [1, 30],
          [41, 71],
        ],
      },
    ]);
    expect(documents.at(7)).toMatchObject({
      title: 'On the Korean War, 1950-1952, and the Armistice Negotiations',
      description: expect.stringContaining('The apparent purpose of this'),
    });
    for (const { date } of documents) expect(date.precision).toBe('day');
  });

  test('one with blank dates, a month, and missing descriptions', async () => {
    const { report, documents } = await read('01_new_results_undated_monthonly.txt');
    expect(report).toMatchObject({ read: 10, rejects: [] });
    expect(documents.map(({ date }) => date.text)).toEqual([
      'February 28, 1977',
      'November 2, 1970',
      '',
      'July 27, 1953',
      'January 1952',
      'July 31, 1958',
      'April 27, 1962',
      '',
      'December 27, 1962',
      'October 25, 1962',
    ]);
    const without = documents.filter(({ description }) => description === '');
    expect(without.map(({ date }) => date.text)).toEqual(['July 31, 1958', 'October 25, 1962']);
    expect(documents[8]?.description.split('\n\n')).toHaveLength(2);
  });

  test('one with a heading line, equal titles, and a line that starts like a date', async () => {
    const { report, documents } = await read('02_new_results_header_documents.txt');
    expect(report).toMatchObject({ read: 5, added: 5, rejects: [] });
    expect(report.coverage).toMatchObject([{ listed: 5, held: 5, missing: [] }]);
    expect(documents.at(-1)?.description).toMatch(
      /between December 19 and 24, .*: December 19, 1966/,
    );
  });

  test('one of the older form', async () => {
    const { report, documents } = await read('03_old_search_results_bullets.txt');
    expect(report).toMatchObject({ read: 6, added: 6, rejects: [], coverage: [] });
    expect(documents[0]?.date).toMatchObject({ text: 'September 06, 1953', start: '1953-09-06' });
    expect(documents[4]?.description).toBe('');
  });
});
