import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readDates } from '../../../../src/data/import/xml/dublin-core-dates.ts';
import { foundIn } from '../../../support/found.ts';
import { referenceData } from '../../../support/reference-data.ts';

const answer = (inside: string) =>
  `<?xml version="1.0"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><request verb="ListRecords"/>${inside}</OAI-PMH>`;
const list = (records: string, token = '') =>
  answer(`<ListRecords>${records}${token}</ListRecords>`);
const record = (fields: string, name = 'oai:x:1') =>
  `<record><header><identifier>${name}</identifier><setSpec>a</setSpec></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${fields}</oai_dc:dc></metadata></record>`;
const deleted =
  '<record><header status="deleted"><identifier>oai:x:2</identifier></header></record>';

describe('a saved OAI-PMH response', () => {
  test('gives every field of a record', async () => {
    const { format, records, others } = await foundIn(
      list(
        record(
          `<dc:title>Notes &amp; more</dc:title><dc:title>Zapiski</dc:title><dc:creator>Mikoyan, A.</dc:creator>
          <dc:contributor>Ivanov, I.</dc:contributor><dc:publisher>State Archive</dc:publisher><dc:source>F. 3, d. 7</dc:source>
          <dc:subject>China</dc:subject><dc:description>On
          China.</dc:description><dc:description>Two pages.</dc:description><dc:date>31 January 1949</dc:date>
          <dc:type>Text</dc:type><dc:language>rus</dc:language><dc:coverage>Peking</dc:coverage><dc:coverage>1945-1949</dc:coverage>
          <dc:rights>Free</dc:rights><dc:identifier>F3-7</dc:identifier><dc:identifier>https://example.org/1</dc:identifier>
          <dc:format>2 p.</dc:format><dcterms:isPartOf>x</dcterms:isPartOf>`,
        ),
      ),
    );
    expect(format).toBe('oai-pmh');
    expect(records).toEqual([
      {
        line: 2,
        key: 'oai:x:1',
        title: 'Notes & more',
        date: '31 January 1949',
        description: 'On China.\n\nTwo pages.\n\nOther titles: Zapiski\n\nPeriod: 1945-1949',
        url: 'https://example.org/1',
        creators: ['Mikoyan, A.', 'Ivanov, I. (contributor)'],
        places: ['Peking'],
        subjects: ['China'],
        languages: ['rus'],
        type: ['Text'],
        source: ['State Archive', 'F. 3, d. 7'],
        identifier: ['oai:x:1', 'F3-7'],
        rights: ['Free'],
      },
    ]);
    expect(others).toEqual([
      { kind: 'note', text: 'left out, because no field holds it: dc:format (1), dc:isPartOf (1)' },
    ]);
  });

  test('counts deleted records, and tells of pages that were not saved', async () => {
    const { others } = await foundIn(
      list(
        record('<dc:title>A</dc:title>') + deleted,
        '<resumptionToken completeListSize="9" cursor="4">abc</resumptionToken>',
      ),
    );
    expect(others).toEqual([
      { kind: 'deleted', line: 2, place: 'oai:x:2', key: 'oai:x:2' },
      { kind: 'page', heading: null, range: { from: 5, to: 6, listed: 9 } },
      {
        kind: 'note',
        text: 'more pages followed this one, of 2 records, of 9 records in all; resumption token abc',
      },
    ]);
  });

  test.each([
    ['<resumptionToken>abc</resumptionToken>', ['note']],
    ['<resumptionToken completeListSize="9">abc</resumptionToken>', ['note']],
    ['<resumptionToken completeListSize="9" cursor="9">abc</resumptionToken>', ['note']],
    ['<resumptionToken completeListSize="1" cursor="0"/>', ['page']],
    ['', []],
  ])('says no more of its place in the list than the token does: %s', async (token, kinds) => {
    const { others } = await foundIn(list(record('<dc:title>A</dc:title>'), token));
    expect(others.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('gives records in MODS and MARC by the names that the repository gives them', async () => {
    const { records, others } = await foundIn(
      list(
        `<record><header><identifier>oai:x:3</identifier></header><metadata><mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>A</title></titleInfo><identifier type="local">7</identifier></mods></metadata></record>
<record><header><identifier>oai:x:4</identifier></header><metadata><record xmlns="http://www.loc.gov/MARC21/slim"><datafield tag="245" ind1="0" ind2="0"><subfield code="a">B /</subfield></datafield></record></metadata></record>`,
      ),
    );
    expect(others).toEqual([]);
    expect(records).toMatchObject([
      { line: 2, title: 'A', identifier: ['oai:x:3', '7'] },
      { line: 3, title: 'B', identifier: ['oai:x:4'] },
    ]);
  });

  test('refuses records in other formats, whole', async () => {
    const { records, others } = await foundIn(
      list(
        '<record><header><identifier>oai:x:3</identifier></header><metadata><lido xmlns="http://www.lido-schema.org"><title>A &amp; B</title></lido></metadata></record>',
      ),
    );
    expect(records).toEqual([]);
    expect(others).toEqual([
      {
        kind: 'refused',
        line: 2,
        place: 'oai:x:3',
        key: 'oai:x:3',
        reason: 'has no Dublin Core, MODS or MARC, but "lido"',
        raw: '<record><header><identifier>oai:x:3</identifier></header><metadata><lido xmlns="http://www.lido-schema.org"><title>A &amp; B</title></lido></metadata></record>',
      },
    ]);
  });

  test.each([
    ['<error code="noRecordsMatch">None.</error>', /refusal \(noRecordsMatch: None\.\)/],
    ['<ListIdentifiers><header/></ListIdentifiers>', /answer to ListIdentifiers/],
    ['<Identify/>', /answer to Identify/],
  ])('without records is said to be so: %s', async (inside, reason) => {
    const { format, error } = await foundIn(answer(inside));
    expect(format).toBe('oai-pmh');
    expect(error).toMatch(reason);
  });

  test('in another encoding is read by what it declares', async () => {
    const text = list(record('<dc:title>Ж</dc:title>')).replace(
      '"?>',
      '" encoding="windows-1251"?>',
    );
    const bytes = Buffer.from(text, 'latin1');
    bytes[text.indexOf('Ж')] = 0xc6;
    const { records } = await foundIn(bytes);
    expect(records[0]?.title).toBe('Ж');
  });
});

describe('several dates of a record', () => {
  test.each([
    [
      ['1949-01-31', '31 January 1949'],
      { date: '31 January 1949', edtf: '1949-01-31', others: [] },
    ],
    [
      ['31 January 1949', '1949-01-31'],
      { date: '31 January 1949', edtf: '1949-01-31', others: [] },
    ],
    [['1961-11-03', 'November 3-4, 1961'], { date: 'November 3-4, 1961', others: [] }],
    [
      ['1934-04-24T18:00:00', 'April 24, 1934—6 p.m.'],
      { date: 'April 24, 1934—6 p.m.', edtf: '1934-04-24', others: [] },
    ],
    [['2012-05-11T09:33:00Z', '2012-05-11T09:33:00Z', '1995'], { date: '1995', others: [] }],
    [['n.d.x', '1995'], { date: '1995', others: ['n.d.x'], doubt: expect.any(String) }],
    [
      ['1958-11-07', 'November 6, 1959'],
      {
        date: '1958-11-07',
        edtf: '1958-11-07',
        others: ['November 6, 1959'],
        doubt: expect.any(String),
      },
    ],
    [
      ['2012-05-11T09:33:00Z'],
      {
        date: '2012-05-11T09:33:00Z',
        edtf: '2012-05-11',
        others: [],
        doubt: expect.any(String),
      },
    ],
    [[], { date: '', others: [] }],
  ])('%j', (texts, expected) => {
    expect(readDates(texts)).toEqual(expected);
  });
});

const { path, isHere } = referenceData('corpora/omeka-oai/oai_dc_listrecords.xml');

describe.skipIf(!isHere)('a response of 144 records', () => {
  test('gives those that its own markup counts', async () => {
    const { records, others } = await foundIn(await readFile(path));
    expect(records).toHaveLength(143);
    expect(others.filter(({ kind }) => kind === 'deleted')).toHaveLength(1);
    expect(others).toContainEqual({
      kind: 'page',
      heading: null,
      range: { from: 1, to: 144, listed: 9999 },
    });
    // The contradictions between encoded and printed dates.
    expect(others.filter(({ kind }) => kind === 'doubt')).toHaveLength(10);
    expect(records.filter(({ description }) => /Other dates/.test(description))).toHaveLength(10);
  });
});
