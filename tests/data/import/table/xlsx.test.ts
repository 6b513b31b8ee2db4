import { describe, expect, test } from 'vitest';
import {
  packWorkbook,
  type WorkbookParts,
} from '../../../../scripts/made-sources/pack-workbook.ts';
import { foundIn } from '../../../support/found.ts';

const packed = async (parts: WorkbookParts) => Buffer.concat(await packWorkbook(parts).toArray());
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const HEAD = row(text('Title'), text('Date'), text('Description'));

/** The texts of one field of a sheet with these rows. */
async function read(rows: string[], parts: Omit<WorkbookParts, 'sheets'> = {}) {
  const found = await foundIn(await packed({ sheets: { Letters: [HEAD, ...rows] }, ...parts }));
  return { ...found, dates: found.records.map(({ date }) => date) };
}

describe('days of a workbook', () => {
  const dateOf = async (value: number, format: string, isFrom1904 = false) => {
    const cell = `<c s="1"><v>${value}</v></c>`;
    const { dates } = await read([row(text('T'), cell)], { formats: [format], isFrom1904 });
    return dates[0];
  };

  // Days by their numbers, as Excel itself shows them.
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [22935, '1962-10-16'],
    [22935.75, '1962-10-16 18:00'],
    [2958465, '9999-12-31'],
    [0.5, '12:00'],
    [-5, '-5'],
    [2958466, '2958466'],
  ])('%d of those counted from 1900 is %s', async (value, date) => {
    expect(await dateOf(value, 'yyyy\\-mm\\-dd hh:mm')).toBe(date);
  });

  test.each([
    [0, '1904-01-01'],
    [21473, '1962-10-16'],
    [-1, '-1'],
  ])('%d of those counted from 1904 is %s', async (value, date) => {
    expect(await dateOf(value, 'd/m/yyyy', true)).toBe(date);
  });

  test.each([
    ['mmm\\-yy', '1962-10'],
    ['[$-409]mmmm yyyy', '1962-10'],
    ['yyyy', '1962'],
    ['yy', '1962'],
    ['m/d/yy', '1962-10-16'],
    ['dddd, mmmm d, yyyy', '1962-10-16'],
    ['d\\-mmm', '16-Oct'],
    ['0.00', '22935'],
    ['&quot;Oct&quot; 0', '22935'],
  ])('are given as far as the format %s shows them', async (format, date) => {
    expect(await dateOf(22935, format)).toBe(date);
  });

  test.each([false, true])('times alone stay what they are', async (isFrom1904) => {
    expect(await dateOf(0.75, 'h:mm', isFrom1904)).toBe('18:00');
    expect(await dateOf(1.5, '[h]:mm', isFrom1904)).toBe('36:00');
    expect(await dateOf(0.5, 'mm:ss', isFrom1904)).toBe('00:00');
  });

  test.each([false, true])('without a year are the same day in both counts', async (isFrom1904) => {
    expect(await dateOf(isFrom1904 ? 21473 : 22935, 'd\\-mmm', isFrom1904)).toBe('16-Oct');
  });

  test.each([
    [14, '1962-10-16'],
    [17, '1962-10'],
    [1, '22935'],
  ])('may be in the format that every workbook has as number %d', async (id, date) => {
    const cell = '<c s="1"><v>22935</v></c>';
    expect((await read([row(text('T'), cell)], { formats: [id] })).dates).toEqual([date]);
  });
});

describe('cells of a workbook', () => {
  test('may refer to shared texts, in several looks and with pronunciations', async () => {
    const shared = (number: number) => `<c t="s"><v>${number}</v></c>`;
    const { records } = await read([row(shared(1), shared(0), shared(2)), row(shared(9))], {
      strings: [
        '<si><t>October 1962</t></si>',
        '<si><r><t>Rich </t></r><r><rPr><b/></rPr><t>title</t></r></si>',
        '<si><t>東京_x000D_\nB_x0041_</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>',
      ],
    });
    expect(records).toMatchObject([
      { title: 'Rich title', date: 'October 1962', description: '東京\n\nBA' },
    ]);
  });

  test('may be numbers, truths, results, errors and dates in writing', async () => {
    const { records } = await read([
      row('<c><v>12</v></c>', '<c><v>1962</v></c>', '<c t="b"><v>1</v></c>'),
      row(
        '<c t="str"><f>A1</f><v>Made &amp; so</v></c>',
        '<c t="d"><v>1962-10-16</v></c>',
        '<c t="e"><v>#N/A</v></c>',
      ),
    ]);
    expect(records).toMatchObject([
      { title: '12', date: '1962', description: 'true' },
      { title: 'Made & so', date: '1962-10-16', description: '#N/A' },
    ]);
  });

  test('stand where their references say, rows where their numbers say', async () => {
    const { records } = await read([
      '<row r="7"><c r="C7" t="str"><v>text</v></c></row>',
      '<row><c r="A8" t="str"><v>title</v></c></row>',
    ]);
    expect(records).toMatchObject([
      { title: '', description: 'text', place: 'sheet Letters, row 7' },
      { title: 'title', description: '', place: 'sheet Letters, row 8' },
    ]);
  });

  test('in columns without a name are counted', async () => {
    const { others } = await read([
      row(text('A'), text('1962'), text('B'), text('stray')),
      row(text('C')),
    ]);
    expect(others).toContainEqual({
      kind: 'note',
      text: 'sheet Letters: rows with something in columns without a name, which is not taken: 1',
    });
  });
});

describe('sheets of a workbook', () => {
  test('are all read, whatever stands above their heads', async () => {
    const { records, others } = await foundIn(
      await packed({
        sheets: {
          'A &amp; B': [row(text('An archive')), row(), HEAD, row(text('One'), text('1950'))],
          Empty: [],
          Notes: [row(text('Only')), row(text('a list'))],
          Photos: [row(text('Date'), text('Caption')), row(text('1951'), text('Two'))],
        },
      }),
    );
    expect(records.map(({ title, place }) => [title, place])).toEqual([
      ['One', 'sheet A & B, row 4'],
      ['Two', 'sheet Photos, row 2'],
    ]);
    expect(others.map((other) => 'text' in other && other.text)).toEqual([
      'sheet A & B: columns: title = "Title", date = "Date", description = "Description"',
      'sheet Photos: columns: title = "Caption", date = "Date"',
    ]);
  });

  test('have the columns that a person names', async () => {
    const bytes = await packed({
      sheets: {
        Other: [row(text('X'), text('Y')), row(text('1'), text('2'))],
        Data: [row(text('Betreff'), text('Tag')), row(text('Brief'), text('4. Februar 1864'))],
      },
    });
    const { records } = await foundIn(bytes, { title: 'Betreff', date: 'Tag' });
    expect(records).toMatchObject([{ title: 'Brief', date: '4. Februar 1864' }]);
    expect((await foundIn(bytes, { title: 'Subject' })).error).toBe(
      'has no column "Subject" for title; there are X, Y',
    );
    expect((await foundIn(bytes)).error).toMatch(/has no columns that are recognised/);
  });
});

describe('a packed file that', () => {
  test('is no workbook, is none', async () => {
    const bytes = await packed({ sheets: {} });
    expect((await foundIn(bytes)).error).toBe('is a packed document without sheets of cells');
  });

  test('says less of a part’s size than it has, is damaged', async () => {
    const bytes = await packed({ sheets: { Letters: [HEAD, row(text('x'.repeat(1000)))] } });
    const name = 'xl/worksheets/sheet1.xml';
    // In the directory at the end, 22 bytes before the name.
    bytes.writeUInt32LE(100, bytes.lastIndexOf(name) - 22);
    expect((await foundIn(bytes)).error).toMatch(/is a workbook that is cut off or damaged/);
  });

  test('unpacks to one text without an end, is refused before it fills memory', async () => {
    const endless = function* () {
      yield '<row><c t="str"><v>';
      for (let count = 0; count < 200; count += 1) yield 'a'.repeat(1024 * 1024);
      yield '</v></c></row>';
    };
    const bytes = await packed({ sheets: { Letters: endless() } });
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect((await foundIn(bytes)).error).toMatch(/has no end within 4194304 characters/);
  });

  test('unpacks to more than any spreadsheet, is refused unread', async () => {
    const bytes = await packed({ sheets: { Letters: [HEAD] } });
    bytes.writeUInt32LE(0xfffffff0, bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 22);
    expect((await foundIn(bytes)).error).toMatch(/unpacks to 4294967280 bytes/);
  });
});
