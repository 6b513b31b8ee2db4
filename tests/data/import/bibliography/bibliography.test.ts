import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

describe('RIS', () => {
  const entry = `TY  - MANSCPT
TI  - Notes by Anastas
      Mikoyan
AU  - Mikoyan, Anastas
A2  - Archivist, Anna
DA  - 1949/01/31/
AB  - On this.
DB  - APRF
AN  - f. 3, op. 65
KW  - China
KW  - Mao Zedong
LA  - Russian
M3  - Memorandum
UR  - https://example.org/1
ER  - 
`;

  test('keeps archive, location, type, roles and every keyword', async () => {
    const { format, records } = await foundIn(`\uFEFF${entry}`);
    expect(format).toBe('ris');
    expect(records).toEqual([
      {
        line: 1,
        title: 'Notes by Anastas Mikoyan',
        date: '1949-01-31',
        edtf: '1949-01-31',
        description: 'On this.',
        url: 'https://example.org/1',
        creators: ['Mikoyan, Anastas', 'Archivist, Anna (editor)'],
        recipients: [],
        places: [],
        subjects: ['China', 'Mao Zedong'],
        languages: ['Russian'],
        type: ['Memorandum'],
        source: ['APRF', 'f. 3, op. 65'],
        identifier: [],
      },
    ]);
  });

  test.each([
    ['1962///', '1962'],
    ['1962/10//', '1962-10'],
    ['1962/10/16/', '1962-10-16'],
  ])('reads the date %s', async (date, edtf) => {
    const { records } = await foundIn(entry.replace('1949/01/31/', date));
    expect(records[0]).toMatchObject({ date: edtf, edtf });
  });

  test('refuses an entry without an end, and goes on', async () => {
    const { records, others } = await foundIn(`TY  - BOOK\nTI  - Cut\n${entry}`);
    expect(records).toHaveLength(1);
    expect(others).toMatchObject([
      { kind: 'refused', line: 1, raw: 'TY  - BOOK\nTI  - Cut', reason: 'has no end (ER)' },
    ]);
  });
});

describe('BibTeX', () => {
  const entry = `@unpublished{mikoyan1949,
  title = {Notes of {M}ikoyan},
  author = {Mikoyan, Anastas and Mao, Zedong},
  editor = {Archivist, Anna},
  date = {1949-01-31},
  abstract = {On this.},
  howpublished = {APRF, f. 3},
  note = apr # { op. 65},
  keywords = {China, Mao Zedong},
  langid = {russian},
  url = {https://example.org/1}
}`;

  test('keeps archive reference, roles, tags and abbreviations', async () => {
    const { format, records, others } = await foundIn(
      `% from Zotero\n@string{apr = "Archive"}\n@comment{no entry}\n${entry}\n`,
    );
    expect(format).toBe('bibtex');
    expect(others).toEqual([]);
    expect(records).toMatchObject([
      {
        line: 4,
        title: 'Notes of Mikoyan',
        date: '1949-01-31',
        creators: ['Mikoyan, Anastas', 'Mao, Zedong', 'Archivist, Anna (editor)'],
        subjects: ['China', 'Mao Zedong'],
        languages: ['russian'],
        source: ['APRF, f. 3'],
        identifier: ['mikoyan1949'],
      },
    ]);
    expect(records[0]?.description).toBe('On this.\n\nArchive op. 65');
  });

  test('refuses what is no entry, and goes on', async () => {
    const { records, others } = await foundIn(`@book{a, title = }\n${entry}`);
    expect(records.map(({ title }) => title)).toEqual(['Notes of Mikoyan']);
    expect(others).toMatchObject([{ kind: 'refused', line: 1, raw: '@book{a, title = }' }]);
  });
});

describe('CSL JSON', () => {
  const item = {
    id: 'x1',
    type: 'manuscript',
    title: 'Notes',
    abstract: 'On this.',
    author: [{ family: 'Mikoyan', given: 'Anastas' }],
    recipient: [{ literal: 'Politburo' }],
    archive: 'APRF',
    archive_location: 'f. 3',
    genre: 'Memorandum',
    keyword: 'China; Mao',
    issued: { 'date-parts': [['1949', 1, 31]] },
    URL: 'https://example.org/1',
  };
  const read = (...items: object[]) => foundIn(JSON.stringify(items, null, 1));

  test('keeps archive, location, type, people and tags', async () => {
    const { format, records } = await read(item);
    expect(format).toBe('csl-json');
    expect(records).toMatchObject([
      {
        line: 2,
        title: 'Notes',
        date: '1949-01-31',
        edtf: '1949-01-31',
        description: 'On this.',
        creators: ['Mikoyan, Anastas'],
        recipients: ['Politburo'],
        source: ['APRF', 'f. 3'],
        type: ['Memorandum'],
        subjects: ['China', 'Mao'],
        identifier: ['x1'],
      },
    ]);
  });

  test.each([
    [{ 'date-parts': [[1962]] }, '1962', '1962'],
    [{ 'date-parts': [[1962, 10]], circa: true }, '1962-10~', '1962-10~'],
    [{ 'date-parts': [[1962], [1964]] }, '1962/1964', '1962/1964'],
    [{ literal: 'undated' }, 'undated', undefined],
    [{ raw: 'Fall 1962', 'date-parts': [[1962]] }, 'Fall 1962', '1962'],
  ])('reads the date %o', async (issued, date, edtf) => {
    const [record] = (await read({ ...item, issued })).records;
    expect([record?.date, record?.edtf]).toEqual([date, edtf]);
  });
});
