import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_CONVENTION } from '../../../../src/data/dates/convention.ts';
import { toDocument } from '../../../../src/data/import/to-document.ts';
import { foundIn } from '../../../support/found.ts';

const mods = (inside: string) =>
  `<?xml version="1.0"?>\n<modsCollection xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink"><mods>${inside}</mods></modsCollection>`;

/** The record of a text in MODS, with a title where it has none. */
async function recordOf(inside: string) {
  const { records, others } = await foundIn(
    mods(
      inside.includes('<titleInfo') ? inside : `<titleInfo><title>T</title></titleInfo>${inside}`,
    ),
  );
  const [record] = records;
  if (!record) throw new Error(JSON.stringify(others));
  return { record, others };
}

/** The date of a document whose origin is given. */
async function dated(inside: string) {
  const { record, others } = await recordOf(`<originInfo>${inside}</originInfo>`);
  const { document, doubts } = toDocument(record, 'c', NO_CONVENTION);
  return { date: document.date, doubts, others, description: record.description };
}

describe('a record in MODS', () => {
  test('gives every field of a letter', async () => {
    const { format, records, others } = await foundIn(
      mods(
        `<titleInfo><nonSort>The </nonSort><title>long telegram</title><subTitle>a copy</subTitle></titleInfo>
        <titleInfo type="alternative"><title>Telegram 511</title></titleInfo>
        <name type="personal"><namePart>Kennan, George F. (George Frost)</namePart><namePart type="date">1904-2005</namePart><role><roleTerm type="code" authority="marcrelator">aut</roleTerm><roleTerm type="text">Author</roleTerm></role></name>
        <name type="personal"><namePart type="family">Byrnes</namePart><namePart type="given">James F.</namePart><role><roleTerm type="code" authority="marcrelator">rcp</roleTerm></role></name>
        <name type="corporate"><namePart>State Department</namePart><role><roleTerm>Publisher of copy</roleTerm></role></name>
        <name><namePart>Barnes, M.</namePart><role><roleTerm>Former owner</roleTerm></role></name>
        <typeOfResource manuscript="yes">text</typeOfResource><genre>telegrams</genre>
        <originInfo><place><placeTerm type="code" authority="marccountry">ru</placeTerm><placeTerm type="text">Moscow</placeTerm></place><dateCreated encoding="w3cdtf" keyDate="yes">1946-02-22</dateCreated><dateCaptured encoding="w3cdtf">2009</dateCaptured></originInfo>
        <language><languageTerm type="code">eng</languageTerm><languageTerm type="text">English</languageTerm></language>
        <physicalDescription><extent>19 p.</extent></physicalDescription>
        <abstract>On the
        Soviet Union.</abstract><note>Typed.</note><note type="provenance">From the Department.</note>
        <subject authority="lcsh"><geographic>Soviet Union</geographic><topic>Foreign relations</topic><temporal>1945-1991</temporal></subject>
        <subject><name type="personal"><namePart>Stalin, Joseph</namePart></name></subject><subject><geographic>Moscow</geographic></subject>
        <subject><hierarchicalGeographic><country>Russia</country><city>Leningrad</city></hierarchicalGeographic></subject><subject><topic>Containment</topic></subject><subject><temporal>1946</temporal></subject><subject><geographicCode>e-ur</geographicCode></subject>
        <relatedItem type="host"><titleInfo><title>George Kennan papers</title></titleInfo><identifier>MC076</identifier></relatedItem><relatedItem type="host"><titleInfo><title>Cold War online</title></titleInfo></relatedItem>
        <relatedItem type="isReferencedBy"><titleInfo><title>Memoirs</title></titleInfo></relatedItem>
        <identifier type="local">MC076-7</identifier><identifier type="local" invalid="yes">old</identifier>
        <location><physicalLocation>Mudd Library</physicalLocation><shelfLocator>Box 163, folder 45</shelfLocator><url access="preview">https://example.org/thumb</url><url usage="primary display">https://example.org/telegram</url></location>
        <accessCondition type="use and reproduction">Free.</accessCondition>
        <recordInfo><recordIdentifier>rec-1</recordIdentifier></recordInfo>`,
      ),
    );
    expect(format).toBe('mods');
    expect(records).toEqual([
      {
        line: 2,
        title: 'The long telegram: a copy',
        date: '1946-02-22',
        edtf: '1946-02-22',
        description:
          'On the Soviet Union.\n\nTyped.\n\nProvenance: From the Department.\n\nOther titles: Telegram 511\n\nPeriod: 1946\n\nPart of: Cold War online',
        collection: 'George Kennan papers',
        url: 'https://example.org/telegram',
        creators: ['Kennan, George F. (George Frost)', 'State Department (publisher of copy)'],
        recipients: ['Byrnes, James F.'],
        people: ['Barnes, M. (former owner)', 'Stalin, Joseph'],
        places: ['Moscow', 'Soviet Union', 'Moscow', 'Russia, Leningrad'],
        subjects: ['Soviet Union -- Foreign relations -- 1945-1991', 'Containment'],
        languages: ['English'],
        type: ['telegrams'],
        source: ['Mudd Library', 'MC076', 'Box 163, folder 45'],
        identifier: ['rec-1', 'MC076-7'],
        rights: ['Free.'],
      },
    ]);
    expect(others).toEqual([
      {
        kind: 'note',
        text: 'left out, because no field holds it: mods:physicalDescription (1), mods:relatedItem isReferencedBy (1), mods:dateCaptured (1)',
      },
    ]);
  });

  test('alone, with a prefix, and in the answer of a catalogue is known as well', async () => {
    const alone =
      '<m:mods xmlns:m="http://www.loc.gov/mods/v3"><m:titleInfo><m:title>A</m:title></m:titleInfo></m:mods>';
    const answer = `<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><records><record><recordData>${alone}</recordData></record></records></searchRetrieveResponse>`;
    for (const text of [alone, answer]) {
      const { format, records } = await foundIn(text);
      expect(format).toBe('mods');
      expect(records).toMatchObject([{ title: 'A' }]);
    }
  });

  test('of a journal’s article and of a book says where they were published', async () => {
    const article = await recordOf(
      '<genre>article</genre><relatedItem type="host"><titleInfo><title>Foreign Affairs</title></titleInfo><originInfo><dateIssued>July 1947</dateIssued></originInfo><part><detail type="volume"><number>25</number></detail><detail type="issue"><number>4</number></detail><extent unit="pages"><start>566</start><end>582</end></extent></part></relatedItem>',
    );
    expect(article.record.collection).toBeUndefined();
    expect(article.record.publication).toEqual({
      kind: 'article-journal',
      container: 'Foreign Affairs',
      volume: '25',
      issue: '4',
      pages: '566–582',
    });
    expect(article.record.date).toBe('July 1947');
    const book = await recordOf(
      '<originInfo><place><placeTerm type="text">Boston :</placeTerm></place><publisher>Little, Brown,</publisher><dateIssued>c1967</dateIssued><dateIssued encoding="marc">1967</dateIssued><issuance>monographic</issuance></originInfo>',
    );
    expect(book.record).toMatchObject({
      publication: { kind: 'book', place: 'Boston', publisher: 'Little, Brown' },
      date: '©1967',
      edtf: '1967',
    });
  });

  test.each([
    ["<nonSort>L'</nonSort><title>Avenir</title>", "L'Avenir"],
    [
      '<nonSort>Das</nonSort><title>Archiv</title><partNumber>2</partNumber><partName>Briefe</partName>',
      'Das Archiv. 2, Briefe',
    ],
    ['<title>Letters /</title><subTitle>a selection</subTitle>', 'Letters: a selection'],
    ['<title>Sent to Washington, D.C.</title>', 'Sent to Washington, D.C.'],
  ])('has its title in one line: %s', async (inside, title) => {
    const { record } = await recordOf(`<titleInfo>${inside}</titleInfo>`);
    expect(record.title).toBe(title);
  });

  test('that says nothing of itself is refused, whole', async () => {
    const { records, others } = await foundIn(mods('<typeOfResource>text</typeOfResource>'));
    expect(records).toEqual([]);
    expect(others).toEqual([
      {
        kind: 'refused',
        line: 2,
        reason: 'has no title, date or number',
        raw: '<mods><typeOfResource>text</typeOfResource></mods>',
      },
    ]);
  });
});

describe('the date of a record in MODS', () => {
  const day = { precision: 'day', approximate: false, uncertain: false, inferred: false };
  test.each([
    ['<dateCreated encoding="w3cdtf">1962-10-16</dateCreated>', { ...day, edtf: '1962-10-16' }],
    ['<dateCreated encoding="w3cdtf">1962-10-16T18:00:00Z</dateCreated>', { edtf: '1962-10-16' }],
    ['<dateCreated encoding="iso8601">19621016</dateCreated>', { ...day, edtf: '1962-10-16' }],
    [
      '<dateCreated encoding="iso8601">19330101/19451231</dateCreated>',
      { edtf: '1933-01-01/1945-12-31' },
    ],
    [
      '<dateCreated encoding="edtf">1962-10~</dateCreated>',
      { edtf: '1962-10~', approximate: true },
    ],
    [
      '<dateCreated encoding="edtf">[1962,1964]</dateCreated>',
      { precision: 'set', uncertain: true },
    ],
    ['<dateCreated encoding="edtf">1962/open</dateCreated>', { edtf: '1962/..', end: null }],
    ['<dateIssued encoding="marc">19uu</dateIssued>', { edtf: '19XX', precision: 'century' }],
    ['<dateIssued encoding="marc">196u</dateIssued>', { edtf: '196X', precision: 'decade' }],
    [
      '<dateIssued encoding="marc" point="start">1990</dateIssued><dateIssued encoding="marc" point="end">9999</dateIssued>',
      { text: '1990–', edtf: '1990/..' },
    ],
    [
      '<dateCreated encoding="w3cdtf" point="start" qualifier="approximate">1933</dateCreated><dateCreated encoding="w3cdtf" point="end">1945</dateCreated>',
      { text: '1933–1945', edtf: '1933~/1945~', approximate: true },
    ],
    [
      '<dateCreated encoding="w3cdtf" point="start">1933</dateCreated>',
      { edtf: '1933/', end: null },
    ],
    [
      '<dateCreated qualifier="approximate">1962</dateCreated>',
      { text: '1962', edtf: '1962~', approximate: true },
    ],
    [
      '<dateCreated encoding="w3cdtf" qualifier="questionable">1962</dateCreated>',
      { edtf: '1962?', uncertain: true },
    ],
    [
      '<dateCreated encoding="w3cdtf" qualifier="inferred">1962-10-16</dateCreated>',
      { text: '[1962-10-16]', edtf: '1962-10-16', inferred: true, precision: 'day' },
    ],
    [
      '<dateCreated>October 16, 1962</dateCreated><dateCreated encoding="w3cdtf">1962-10-16</dateCreated>',
      { text: 'October 16, 1962', edtf: '1962-10-16' },
    ],
    ['<copyrightDate>c1962</copyrightDate>', { text: '©1962', edtf: '1962', approximate: false }],
    [
      '<dateIssued>[ca. 1962?]</dateIssued>',
      { text: '[ca. 1962?]', edtf: '1962%', inferred: true },
    ],
    [
      '<dateIssued>July 1947</dateIssued><dateIssued encoding="marc">1947</dateIssued>',
      { text: 'July 1947', edtf: '1947-07' },
    ],
    [
      '<dateCreated>1924?</dateCreated><dateCreated encoding="w3cdtf">1925</dateCreated>',
      { text: '1924?', edtf: '1925?', uncertain: true },
    ],
    [
      '<dateCreated>7/1/1925</dateCreated><dateCreated encoding="edtf">1925-07-01</dateCreated>',
      { text: '7/1/1925', edtf: '1925-07-01', uncertain: false },
    ],
    ['<dateIssued encoding="marc">uuuu</dateIssued>', { edtf: null, precision: 'unknown' }],
  ])('%s', async (inside, expected) => {
    const { date } = await dated(inside);
    expect(date).toMatchObject(expected);
  });

  test('is the one that is marked as its key, and the others are named', async () => {
    const { date, description, others } = await dated(
      '<dateIssued>1963</dateIssued><dateCreated keyDate="yes">October 1962</dateCreated><dateOther type="Julian">3 October 1962</dateOther><copyrightDate>1963</copyrightDate>',
    );
    expect(date).toMatchObject({ text: 'October 1962', edtf: '1962-10' });
    expect(description).toBe(
      'Other dates: 1963 (issued); 3 October 1962 (Julian); 1963 (copyright)',
    );
    expect(others).toEqual([]);
  });

  test('that can’t be read stays text, and is a doubt', async () => {
    const { date, doubts } = await dated('<dateCreated encoding="w3cdtf">1962-02-30</dateCreated>');
    expect(date).toMatchObject({ text: '1962-02-30', edtf: null, precision: 'unknown' });
    expect(doubts).toHaveLength(1);
  });

  test('with another of the same kind is a doubt', async () => {
    const { others } = await dated(
      '<dateCreated>1962</dateCreated><dateCreated>1964</dateCreated>',
    );
    expect(others).toMatchObject([
      { kind: 'doubt', reason: expect.stringContaining('1962; 1964') },
    ]);
  });

  test('of the original stands for that of a copy without one', async () => {
    const { record } = await recordOf(
      '<originInfo><dateCaptured>2009</dateCaptured></originInfo><relatedItem type="original"><originInfo><dateCreated>1946</dateCreated></originInfo><location><physicalLocation>Mudd Library</physicalLocation></location></relatedItem>',
    );
    expect(record).toMatchObject({ date: '1946', source: ['Mudd Library'] });
  });

  test('is never one that the record doesn’t name, whatever its marks', async () => {
    const years = fc.integer({ min: 1400, max: 2020 });
    const qualifiers = fc.constantFrom('', 'approximate', 'inferred', 'questionable');
    await fc.assert(
      fc.asyncProperty(years, fc.nat(30), qualifiers, async (year, length, qualifier) => {
        const mark = qualifier && ` qualifier="${qualifier}"`;
        const { date } = await dated(
          `<dateCreated encoding="w3cdtf" point="start"${mark}>${year}</dateCreated><dateCreated encoding="w3cdtf" point="end">${year + length}</dateCreated>`,
        );
        expect(date.start).toBe(`${year}-01-01`);
        expect(date.end).toBe(`${year + length}-12-31`);
        expect(date.approximate).toBe(qualifier === 'approximate');
        expect(date.uncertain).toBe(qualifier === 'questionable');
        expect(date.inferred).toBe(qualifier === 'inferred');
      }),
      { numRuns: 40 },
    );
  });
});
