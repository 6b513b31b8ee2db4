import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const OAI = (records: string, token = '') =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${records}${token}</ListRecords></OAI-PMH>`;
const DC = (fields: string) =>
  `<record><header><identifier>oai:x:1</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${fields}</oai_dc:dc></metadata></record>`;
const DELETED =
  '<record><header status="deleted"><identifier>oai:x:2</identifier></header></record>';

describe('OAI-PMH', () => {
  test('gives records, counts deleted ones, and tells of pages that were not saved', async () => {
    const { format, records, others } = await foundIn(
      OAI(
        DC(
          '<dc:title>Notes &amp; more</dc:title><dc:date>1949-01-31</dc:date><dc:date>31 January 1949</dc:date><dc:identifier>https://example.org/1</dc:identifier><dc:creator>Mikoyan</dc:creator>',
        ) + DELETED,
        '<resumptionToken completeListSize="9" cursor="0">abc</resumptionToken>',
      ),
    );
    expect(format).toBe('oai-pmh');
    expect(records).toMatchObject([
      {
        title: 'Notes & more',
        date: '31 January 1949',
        edtf: '1949-01-31',
        url: 'https://example.org/1',
        creators: ['Mikoyan'],
        identifier: ['oai:x:1'],
      },
    ]);
    expect(others).toMatchObject([
      { kind: 'deleted' },
      { kind: 'page', stretch: { from: 1, to: 2, listed: 9 } },
      { kind: 'note', text: expect.stringContaining('resumption token abc') },
    ]);
  });

  test('doubts dates that contradict each other, and takes an encoded day within the printed', async () => {
    const dates = (...all: string[]) =>
      foundIn(OAI(DC(`<dc:title>N</dc:title>${all.map((date) => `<dc:date>${date}</dc:date>`)}`)));
    const contrary = await dates('1958-11-07', 'November 6, 1959');
    expect(contrary.records[0]?.date).toBe('1958-11-07');
    expect(contrary.others).toMatchObject([{ kind: 'doubt' }]);
    const wider = await dates('1961-11-03', 'November 3-4, 1961');
    expect(wider.records[0]?.date).toBe('November 3-4, 1961');
    expect(wider.others).toEqual([]);
  });
});

describe('TEI', () => {
  const volume = (documents: string) =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><teiHeader><title type="complete">A Volume</title><idno type="frus">frus1</idno></teiHeader><text>${documents}</text></TEI>`;

  test('gives a document each, its date as printed and as encoded', async () => {
    const { format, records, others } = await foundIn(
      volume(
        `<div type="document" xml:id="d1" n="1" frus:doc-dateTime-min="1894-01-25T10:00:00-05:00" frus:doc-dateTime-max="1894-01-25T10:00:00-05:00"><head>No. 1.<lb/><hi>Mr. <persName>Seat</persName> to Mr. Gresham</hi>.<note>A note.</note></head><dateline><placeName>Bluefields</placeName>, <date when="1894-01-25">January 25, 1894, 10 a.m.</date></dateline></div><div type="document" xml:id="d2" n="2"><head>Editorial Note</head><p>x</p></div>`,
      ),
    );
    expect(format).toBe('tei');
    expect(records).toMatchObject([
      {
        title: 'Mr. Seat to Mr. Gresham.',
        date: 'January 25, 1894, 10 a.m.',
        edtf: '1894-01-25',
        people: ['Seat'],
        places: ['Bluefields'],
        identifier: ['frus1/d1'],
      },
      { title: 'Editorial Note', date: '', identifier: ['frus1/d2'] },
    ]);
    expect(others).toEqual([{ kind: 'page', heading: 'A Volume', stretch: null }]);
  });

  test('expands no entity that it declares itself', async () => {
    const content = `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>${volume('<div type="document"><head>&x;&a;</head></div>')}`;
    const { records, fault } = await foundIn(content);
    expect(records).toEqual([]);
    expect(fault).toMatch(/is no XML any further/);
  });

  test('cut off, gives what stands before', async () => {
    const whole = volume('<div type="document" n="1"><head>One</head></div>'.repeat(3));
    const { records, fault } = await foundIn(whole.slice(0, -60));
    expect(records).toHaveLength(2);
    expect(fault).toMatch(/is no XML any further/);
  });
});

test('CMIF names letters by who wrote to whom', async () => {
  const { format, records } = await foundIn(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><titleStmt><title>Letters</title></titleStmt><correspDesc key="7" ref="https://example.org/7"><correspAction type="sent"><persName>Weber</persName><placeName>Heidelberg</placeName><date notBefore="1902-04-01" notAfter="1902-04-30"/></correspAction><correspAction type="received"><persName>Rickert</persName></correspAction></correspDesc></teiHeader></TEI>`,
  );
  expect(format).toBe('cmif');
  expect(records).toMatchObject([
    {
      title: 'Weber to Rickert',
      date: '',
      edtf: '1902-04-01/1902-04-30',
      url: 'https://example.org/7',
      creators: ['Weber'],
      people: ['Rickert'],
      places: ['Heidelberg'],
      identifier: ['7'],
    },
  ]);
});

test('EAD gives the innermost components, with what is around them', async () => {
  const { format, records, others } = await foundIn(
    `<ead><archdesc level="collection"><did><unittitle>Papers</unittitle></did><dsc><c01 level="series"><did><unittitle>Letters</unittitle></did><c02 level="file"><did><unitid>A/1</unitid><unittitle>To Rickert, <unitdate normal="1933/1945">1933-1945</unitdate></unittitle><container type="box">3</container></did><scopecontent><head>Scope</head><p>On this.</p></scopecontent></c02></c01></dsc></archdesc></ead>`,
  );
  expect(format).toBe('ead');
  expect(records).toMatchObject([
    {
      title: 'To Rickert,',
      date: '1933-1945',
      edtf: '1933/1945',
      description: 'On this.',
      type: ['file'],
      source: ['Papers', 'Letters', 'box 3'],
      identifier: ['A/1'],
    },
  ]);
  expect(others).toContainEqual({ kind: 'page', heading: 'Papers', stretch: null });
});
