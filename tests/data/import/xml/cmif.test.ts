import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const list = (letters: string, editions = '', body = '<p/>') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt><sourceDesc>${editions}</sourceDesc></fileDesc><profileDesc>\n${letters}</profileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
const sent = (inside: string) => `<correspAction type="sent">${inside}</correspAction>`;
const received = (inside: string) => `<correspAction type="received">${inside}</correspAction>`;

describe('correspondence in CMIF', () => {
  test('gives every field of a letter', async () => {
    const { format, records, others } = await foundIn(
      list(
        `<correspDesc key="7" ref="https://example.org/7" source="#e1">${sent(
          '<persName ref="http://d-nb.info/gnd/118629743">Weber, Max</persName><persName>Weber, Marianne</persName><placeName>Heidelberg</placeName><date notBefore="1902-04-01" notAfter="1902-04-30">spring</date>',
        )}${received(
          '<persName>Rickert,\n Heinrich</persName><placeName>Freiburg</placeName><date when="1902-05-02"/>',
        )}<correspAction type="redirected"><persName>Simmel</persName></correspAction><note>On logic.</note><note><ref type="cmif:mentionsPerson" target="x">Kant</ref><ref type="cmif:hasLanguage" target="de"/></note></correspDesc>`,
        '<bibl type="print" xml:id="e1">Letters 1900–1905. <date>1990</date></bibl>',
      ),
    );
    expect(format).toBe('cmif');
    expect(records).toEqual([
      {
        line: 2,
        title: 'Weber, Max and Weber, Marianne to Rickert, Heinrich',
        date: 'spring',
        edtf: '[1902-04-01..1902-04-30]',
        description: 'On logic.',
        url: 'https://example.org/7',
        creators: ['Weber, Max', 'Weber, Marianne'],
        recipients: ['Rickert, Heinrich'],
        people: ['Simmel', 'Kant'],
        places: ['Heidelberg', 'Freiburg'],
        subjects: [],
        languages: ['de'],
        source: ['Letters 1900–1905. 1990'],
        identifier: ['7'],
      },
    ]);
    expect(others).toEqual([
      { kind: 'note', text: expect.stringContaining('each is named by who wrote to whom') },
      { kind: 'page', heading: 'Letters', range: null },
    ]);
  });

  test.each([
    [sent('<persName>Weber</persName>'), 'Weber to [not named]'],
    [received('<orgName>Archiv</orgName>'), '[not named] to Archiv'],
    [sent('<date when="1902"/>'), ''],
  ])('names who is named: %s', async (actions, title) => {
    const { records } = await foundIn(list(`<correspDesc>${actions}</correspDesc>`));
    expect(records[0]?.title).toBe(title);
  });

  test('a day of receipt is not taken for the letter’s', async () => {
    const { records, others } = await foundIn(
      list(`<correspDesc>${received('<date when="1902-05-02"/>')}</correspDesc>`),
    );
    expect(records[0]).toMatchObject({ date: '' });
    expect(records[0]).not.toHaveProperty('edtf');
    expect(others[0]).toMatchObject({ kind: 'doubt', line: 2, reason: /"1902-05-02"/ });
  });

  test('is told from a letter that has a text', async () => {
    const letter = `<correspDesc>${sent('<persName>Weber</persName>')}</correspDesc>`;
    const formats = [
      list(letter),
      list(letter + letter, '', '<p>x</p>'),
      list(letter, '', '<p>x</p>'),
    ];
    const told = await Promise.all(formats.map(async (text) => (await foundIn(text)).format));
    expect(told).toEqual(['cmif', 'cmif', 'tei']);
  });

  test('cut off, gives the letters before', async () => {
    const letter = `<correspDesc>${sent('<persName>Weber</persName>')}</correspDesc>\n`;
    const { records, error } = await foundIn(
      list(letter.repeat(3)).split('</profileDesc>')[0] ?? '',
    );
    expect(records).toHaveLength(3);
    expect(error).toMatch(/is cut off/);
  });
});
