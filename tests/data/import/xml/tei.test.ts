import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';
import { referenceData } from '../../../support/reference-data.ts';

const ATTRIBUTES =
  'xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="frus1"';
const volume = (documents: string) =>
  `<TEI ${ATTRIBUTES}>\n<teiHeader><fileDesc><titleStmt><title type="complete">A\n Volume</title><title type="series">A Series</title></titleStmt></fileDesc></teiHeader>\n<text><front><div><head>Preface</head><p>By <persName>Nobody</persName>.</p></div></front><body><div type="compilation"><head>Affairs:<note>n</note></head>\n${documents}</div></body></text></TEI>`;
const dated = (attributes: string, dateline: string) =>
  foundIn(
    volume(
      `<div type="document" ${attributes}><head>H</head><dateline>${dateline}</dateline></div>`,
    ),
  );

describe('a TEI volume', () => {
  test('gives every field of its documents', async () => {
    const { format, records, others } = await foundIn(
      volume(
        `<div type="document" xml:id="d1" n="1" subtype="historical-document">
        <note rend="inline" type="source">710.G/22: Telegram</note><note rend="inline" type="source">[Translation.]</note>
        <head>No. 1.<lb/><hi>Mr. <persName type="from">Seat</persName> to Mr.\n <persName type="to">Gresham</persName></hi>.<note n="1">Not <persName>Jones</persName>.</note></head>
        <dateline><placeName><hi>Consulate</hi>,<lb/>Bluefields</placeName>, <date when="1894-01-25T10:00:00"><hi>January 25,\n 1894</hi>, 10 a.m.</date> (Received March 5.)</dateline>
        <p>Sir: <persName>Seat</persName> &amp; others.<note>Footnote.</note></p><p>Yours.</p>
        <frus:attachment><dateline><placeName>Managua</placeName>, <date when="1893-01-01">January 1, 1893</date></dateline><p><persName>Braida</persName></p></frus:attachment></div>
        <div subtype="editorial-note" xml:id="d2" n="2"><head>2. Editorial Note</head><p>x</p></div>`,
      ),
    );
    expect(format).toBe('tei');
    expect(records).toEqual([
      {
        line: 5,
        title: 'Mr. Seat to Mr. Gresham.',
        date: 'January 25, 1894, 10 a.m.',
        edtf: '1894-01-25',
        description: 'Sir: Seat & others.\n\nYours.',
        collection: 'A Volume',
        creators: ['Seat'],
        recipients: ['Gresham'],
        people: ['Seat', 'Gresham', 'Braida'],
        places: ['Bluefields'],
        subjects: ['Affairs'],
        type: ['Translation'],
        source: ['710.G/22: Telegram'],
        identifier: ['frus1/d1'],
        pages: [expect.objectContaining({ kind: 'edition' })],
      },
      {
        line: 13,
        title: 'Editorial Note',
        date: '',
        description: 'x',
        collection: 'A Volume',
        creators: [],
        recipients: [],
        people: [],
        places: [],
        subjects: ['Affairs'],
        type: ['editorial note'],
        source: [],
        identifier: ['frus1/d2'],
        pages: [{ label: null, text: '2. Editorial Note\n\nx', kind: 'edition', url: null }],
      },
    ]);
    expect(others).toEqual([
      { kind: 'note', text: expect.stringContaining('the beginning of its text') },
      { kind: 'page', heading: 'A Volume', range: null },
    ]);
  });

  test.each([
    ['the day', '1894-01-25T00:00:00-05:00', '1894-01-25T23:59:59-05:00', '', '1894-01-25'],
    ['days', '1894-01-25T00:00:00Z', '1894-02-03T23:59:59Z', '1894-01', '1894-01-25/1894-02-03'],
    ['a whole month', '1894-02-01', '1894-02-28', '1894-02', '1894-02'],
    ['a whole year', '1894-01-01T00:00:00', '1894-12-31T23:59:59', '1894', '1894'],
  ])("the volume's own span comes first: %s", async (_, min, max, when, edtf) => {
    const { records } = await dated(
      `frus:doc-dateTime-min="${min}" frus:doc-dateTime-max="${max}"`,
      `<date when="${when}">x</date>`,
    );
    expect(records[0]).toMatchObject({ date: 'x', edtf });
  });

  test.each([
    ['when="1894"', '1894'],
    ['when="1894-01-25T18:00:00"', '1894-01-25'],
    ['when="1894-01-25+01:00"', '1894-01-25'],
    ['when="1894-01" cert="low"', '1894-01?'],
    ['from="1894-01-25" to="1894-02-01"', '1894-01-25/1894-02-01'],
    ['from="1894-01-25"', '1894-01-25/..'],
    ['notBefore="1894-01" notAfter="1894-02"', '[1894-01..1894-02]'],
    ['notAfter="1894-02"', '[..1894-02]'],
    ['when="--01-25"', undefined],
    ['when="1894-02-30"', undefined],
    ['', undefined],
  ])('a date says of itself: %s', async (attributes, edtf) => {
    const { records } = await dated('', `<date ${attributes}>x</date>`);
    expect(records[0]?.edtf).toBe(edtf);
  });

  test.each([
    ['Buenos Aires [undated].<lb/>[Received February 23, 1934.]', '[undated]'],
    ['Managua. (Received April 1, 1894.)', ''],
    ['Managua, April 1, 1894', 'Managua, April 1, 1894'],
  ])('a dateline without an encoded date: %s', async (dateline, date) => {
    const { records } = await dated('', dateline);
    expect(records[0]?.date).toBe(date);
  });

  test('a second date is doubted, and titles’ dates are no dates', async () => {
    const { records, others } = await foundIn(
      volume(
        '<div type="document"><head>On <date when="1890">1890</date></head><dateline><date when="1864-05-20">May 20</date>–<date when="1864-06-01">June 1, 1864</date></dateline></div><div type="document"><head>On <date when="1890">1890</date></head></div>',
      ),
    );
    expect(records.map(({ edtf }) => edtf)).toEqual(['1864-05-20', undefined]);
    expect(others[0]).toMatchObject({ kind: 'doubt', line: 5, reason: /"June 1, 1864"/ });
  });

  test('a head says what nothing encodes: who wrote to whom, and the day, in brackets', async () => {
    const { records, others } = await foundIn(
      volume(
        `<div type="document"><head>2. The Chargé in Chile (Gade) to the <gloss type="to">Minister</gloss></head><dateline>Legation, Santiago, <date when="1927-03-01">March 1, 1927</date></dateline></div>
        <div type="document"><head>Minutes of a Meeting, July 9, 1919</head></div>
        <div type="document"><head>Minutes of a Meeting, July 10, 1919</head><dateline>Paris [undated]</dateline></div>
        <div type="document" frus:doc-dateTime-min="1919-07-11" frus:doc-dateTime-max="1919-07-11"><head>Minutes, July 11, 1919</head></div>`,
      ),
    );
    expect(records).toMatchObject([
      { creators: ['Gade'], recipients: ['Minister'], places: ['Santiago'], date: 'March 1, 1927' },
      { date: '[July 9, 1919]', creators: [], recipients: [] },
      { date: '[undated]' },
      { date: '', edtf: '1919-07-11' },
    ]);
    expect(others).toContainEqual({
      kind: 'note',
      text: '1 date inferred from the title or head, in brackets',
    });
  });

  test('expands no entity, and cut off, gives what stands before', async () => {
    const one = '<div type="document" n="1"><head>&x; One</head></div>\n';
    const whole = `<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>${volume(one.repeat(3))}`;
    const { records, error } = await foundIn(whole.slice(0, whole.lastIndexOf('One')));
    expect(records.map(({ title }) => title)).toEqual(['&x; One', '&x; One']);
    expect(error).toMatch(/is cut off/);
    const { others } = await foundIn(whole);
    expect(others).toContainEqual({
      kind: 'note',
      text: 'characters left as they are written: &x;',
    });
  });
});

test('a TEI letter is one document', async () => {
  const { format, records } = await foundIn(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="w7"><teiHeader><fileDesc><titleStmt><title type="sub">Sub</title><title type="main">Max Weber to Heinrich Rickert</title><author>Weber, Max</author></titleStmt>
    <publicationStmt><publisher>P</publisher><availability><licence>CC BY</licence></availability><idno type="URL">https://example.org/w7</idno><idno>7</idno></publicationStmt>
    <sourceDesc><msDesc><msIdentifier><settlement>Munich</settlement><repository>Library</repository><idno>Ana 446</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
    <profileDesc><correspDesc><correspAction type="sent"><persName>Weber, Max</persName><placeName>Heidelberg</placeName><date when="1902-04-02"/></correspAction><correspAction type="received"><persName>Rickert, Heinrich</persName></correspAction></correspDesc><langUsage><language ident="de"/></langUsage></profileDesc></teiHeader>
    <text><body><opener><dateline>Heidelberg, <date when="1902-04-03">3. IV. 02</date></dateline></opener><p>Dear <persName>Rickert</persName>!</p></body></text></TEI>`,
  );
  expect(format).toBe('tei');
  expect(records).toEqual([
    {
      line: 1,
      title: 'Max Weber to Heinrich Rickert',
      date: '',
      edtf: '1902-04-02',
      description: 'Dear Rickert!',
      url: 'https://example.org/w7',
      creators: ['Weber, Max'],
      recipients: ['Rickert, Heinrich'],
      people: ['Rickert'],
      places: ['Heidelberg'],
      subjects: [],
      languages: ['de'],
      source: ['Munich', 'Library', 'Ana 446'],
      identifier: ['w7', '7'],
      rights: ['CC BY'],
      pages: [
        {
          label: null,
          text: 'Heidelberg, 3. IV. 02\n\nDear Rickert!',
          kind: 'edition',
          url: null,
        },
      ],
    },
  ]);
});

const { path, isHere } = referenceData('corpora/frus');

/** Facts of the volumes' documents, read from the same TEI by another program. */
type Read = {
  id: string;
  title: string;
  date?: string;
  date_text?: string;
  source?: string;
  collection: string;
  volume_title: string;
};

describe.skipIf(!isHere)('volumes of Foreign Relations of the United States', () => {
  test.each([
    ['frus1894Nicaragua', 138, []],
    [
      'frus1934v04',
      702,
      [
        '[September 20, 1934]',
        '[undated]',
        '[April 11, 1934]',
        '[undated]',
        '[circa December 18, 1934]',
        '[May 10, 1934]',
      ],
    ],
  ])('%s has the documents that another program read', async (name, count, supplied) => {
    const lines = (await readFile(`${path}/frus-documents.jsonl`, 'utf8')).split('\n');
    const expected = lines
      .filter((line) => line.startsWith(`{"id": "${name}/`))
      .map((line): Read => JSON.parse(line));
    const { records } = await foundIn(await readFile(`${path}/${name}.xml`));
    expect(records).toHaveLength(count);
    expect(
      records.map(({ identifier, title, edtf, collection, subjects }) => [
        identifier?.[0],
        title,
        edtf,
        collection,
        subjects?.join(' > '),
      ]),
    ).toEqual(
      expected.map((read) => [
        read.id,
        read.title.replace(/^No\. \d+\. /, ''),
        read.date?.replace(/T.*/, ''),
        read.volume_title,
        read.collection.replaceAll(': > ', ' > '),
      ]),
    );
    const differing = records.filter(
      ({ date }, index) => date !== (expected[index]?.date_text ?? ''),
    );
    expect(differing.map(({ date }) => date)).toEqual(supplied);
    const sources = records.map(({ source }) => source?.[0]);
    expect(sources).toEqual(
      expected.map(({ source }) => (/^\[/.test(source ?? '[') ? undefined : source)),
    );
  });
});

test('a letter without a description is described by its title', async () => {
  const { records } = await foundIn(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter from Fisher Ames to John Bell, 3 May 1862</title></titleStmt></fileDesc></teiHeader><text><body><p>Sir!</p></body></text></TEI>`,
  );
  expect(records).toMatchObject([
    { date: '[3 May 1862]', creators: ['Fisher Ames'], recipients: ['John Bell'] },
  ]);
});
