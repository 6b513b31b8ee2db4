import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const aid = (components: string) =>
  `<?xml version="1.0"?><!DOCTYPE ead PUBLIC "+//ISBN 1-931666-00-8//DTD ead.dtd (Encoded Archival Description (EAD) Version 2002)//EN" "ead.dtd">
<ead><eadheader><eadid>x</eadid><filedesc><titlestmt><titleproper>Guide <num>7</num></titleproper></titlestmt></filedesc></eadheader><archdesc level="collection"><did><repository><corpname>State Archive</corpname></repository><unittitle>Papers, <unitdate>1880-1950</unitdate></unittitle></did><bioghist><p>Born.</p></bioghist><dsc><head>Contents</head>
${components}</dsc></archdesc></ead>`;
const unit = (date: string) =>
  aid(`<c level="item"><did><unittitle>T</unittitle>${date}</did></c>`);

describe('a finding aid in EAD', () => {
  test('gives every field of a file', async () => {
    const { format, records, others } = await foundIn(
      aid(
        `<c01 level="series"><did><unittitle>Letters</unittitle></did>
        <c02 level="file" id="f1"><did><unitid>A/1</unitid><unittitle>To Rickert, <unitdate normal="1933/1945">1933-1945</unitdate></unittitle><container type="box">3</container><container label="Folder">2</container><origination label="Creator"><persname>Weber, M.</persname></origination><langmaterial>In <language langcode="ger">German</language>.</langmaterial><physdesc><extent>12 items</extent></physdesc><dao xlink:href="https://example.org/a1"/></did>
        <scopecontent><head>Scope</head><p>On
        method.</p><p>And <emph>more</emph>.</p></scopecontent><controlaccess><persname>Rickert, H.</persname><controlaccess><geogname>Heidelberg</geogname></controlaccess><subject>Logic</subject><genreform>Letter</genreform></controlaccess><userestrict><head>Use</head><p>Free.</p></userestrict></c02></c01>`,
      ),
    );
    expect(format).toBe('ead');
    expect(records).toEqual([
      {
        line: 4,
        title: 'To Rickert',
        date: '1933-1945',
        edtf: '1933/1945',
        description: 'On method.\n\nAnd more.',
        url: 'https://example.org/a1',
        creators: ['Weber, M.'],
        people: ['Rickert, H.'],
        places: ['Heidelberg'],
        subjects: ['Logic'],
        languages: ['German'],
        type: ['file', 'Letter'],
        source: ['State Archive', 'Papers', 'Letters', 'box 3', 'Folder 2'],
        identifier: ['A/1'],
        rights: ['Free.'],
      },
    ]);
    expect(others).toEqual([
      { kind: 'note', text: expect.stringContaining('files and items') },
      { kind: 'note', text: 'left out, because no field holds it: bioghist (1), physdesc (1)' },
      { kind: 'page', heading: 'Papers', range: null },
    ]);
  });

  test('gives files and items, and other units without parts', async () => {
    const named = (level: string, title: string, inside = '') =>
      `<c level="${level}"><did><unittitle>${title}</unittitle></did>${inside}</c>`;
    const { records } = await foundIn(
      aid(
        named('series', 'S1', named('file', 'F1', named('item', 'I1')) + named('subseries', 'S2')) +
          named('series', 'S3') +
          '<c level="otherlevel" otherlevel="folder" id="c9"><did><unittitle>F2</unittitle></did></c>',
      ),
    );
    expect(records.map(({ title, type, source }) => [title, type, source])).toEqual([
      ['I1', ['item'], ['State Archive', 'Papers', 'S1', 'F1']],
      ['F1', ['file'], ['State Archive', 'Papers', 'S1']],
      ['S2', ['subseries'], ['State Archive', 'Papers', 'S1']],
      ['S3', ['series'], ['State Archive', 'Papers']],
      ['F2', ['folder'], ['State Archive', 'Papers']],
    ]);
    expect(records.at(-1)?.identifier).toEqual(['c9']);
  });

  test('without components is one document', async () => {
    const { records } = await foundIn(aid(''));
    expect(records).toMatchObject([
      { title: 'Papers', date: '1880-1950', type: ['collection'], source: ['State Archive'] },
    ]);
  });

  test.each([
    ['<unitdate normal="1933/1945">1933-1945</unitdate>', '1933-1945', '1933/1945'],
    ['<unitdate normal="19330102/19330102">2 Jan.</unitdate>', '2 Jan.', '1933-01-02'],
    ['<unitdate normal="1950/9999">1950-</unitdate>', '1950-', '1950/..'],
    ['<unitdate normal="1933/1945" certainty="circa">x</unitdate>', 'x', '1933~/1945~'],
    ['<unitdate normal="nonsense">circa 1920</unitdate>', 'circa 1920', undefined],
    ['<unitdate>undated</unitdate>', 'undated', undefined],
    [
      '<unitdate type="bulk">1940</unitdate><unitdate normal="1933">1933</unitdate>',
      '1933',
      '1933',
    ],
    [
      '<unitdate normal="1921">1921</unitdate><unitdate normal="1925">1925</unitdate>',
      '1921, 1925',
      undefined,
    ],
    [
      '<unitdatestructured><daterange><fromdate standarddate="1933">1933</fromdate><todate standarddate="1945">1945</todate></daterange></unitdatestructured>',
      '1933–1945',
      '1933/1945',
    ],
    ['', '', undefined],
  ])('dates a unit: %s', async (date, printed, edtf) => {
    const { records } = await foundIn(unit(date));
    expect(records[0]?.date).toBe(printed);
    expect(records[0]?.edtf).toBe(edtf);
  });

  test('in EAD3 is read as well', async () => {
    const { format, records } = await foundIn(
      '<ead xmlns="http://ead3.archivists.org/schema/"><control><filedesc><titlestmt><titleproper>Guide</titleproper></titlestmt></filedesc></control><archdesc level="fonds"><did><unittitle>Fonds</unittitle></did><dsc><c level="item"><did><unittitle>Letter</unittitle><origination><persname><part>Weber</part><part>1864-1920</part></persname></origination><daoset><dao daotype="derived" href="https://example.org/1"/></daoset></did></c></dsc></archdesc></ead>',
    );
    expect(format).toBe('ead');
    expect(records).toMatchObject([
      {
        title: 'Letter',
        creators: ['Weber 1864-1920'],
        url: 'https://example.org/1',
        source: ['Fonds'],
      },
    ]);
  });

  test('refuses a unit that says nothing of itself, and cut off, gives those before', async () => {
    const { records, others, error } = await foundIn(
      aid(
        '<c level="file"><did><physdesc>1</physdesc></did></c>\n<c level="file"><did><unittitle>A</unittitle></did></c><c level="file"><did><unittitle>B',
      ).split('</dsc>')[0] ?? '',
    );
    expect(records.map(({ title }) => title)).toEqual(['A']);
    expect(others).toEqual([
      {
        kind: 'refused',
        line: 3,
        reason: 'has no title, date or number',
        raw: '<c level="file"><did><physdesc>1</physdesc></did></c>',
      },
    ]);
    expect(error).toMatch(/is cut off/);
  });
});
