import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const table = (...rows: string[]) => `${rows.join('\n')}\n`;

describe('a table as text', () => {
  test.each([
    ['commas', 'Title,Date\nNotes,1962\nLetter,1963\n'],
    ['semicolons', 'Title;Date\nNotes;1962\nLetter;1963\n'],
    ['tabs', 'Title\tDate\nNotes\t1962\nLetter\t1963\n'],
    ['a mark at its beginning', '\uFEFFTitle,Date\nNotes,1962\nLetter,1963\n'],
    ['Windows line ends', 'Title,Date\r\nNotes,1962\r\nLetter,1963\r\n'],
    ['UTF-16', Buffer.from('\uFEFFTitle,Date\nNotes,1962\nLetter,1963\n', 'utf16le')],
  ])('is read with %s', async (_, content) => {
    const { format, records, error } = await foundIn(content);
    expect(error).toBeUndefined();
    expect(format).toBe('csv');
    expect(records).toMatchObject([
      { line: 2, title: 'Notes', date: '1962' },
      { line: 3, title: 'Letter', date: '1963' },
    ]);
  });

  test('has cells of several lines, and quotes in them', async () => {
    const { records } = await foundIn(
      table(
        'Title,Date,Description',
        '"The ""Note""",1962,"One.',
        '',
        'Two, three."',
        'Letter,1963,',
      ),
    );
    expect(records).toMatchObject([
      { line: 2, title: 'The "Note"', description: 'One.\n\nTwo, three.' },
      { line: 5, title: 'Letter', description: '' },
    ]);
  });

  test('gives an address within an archive its labels', async () => {
    const { records } = await foundIn(
      table(
        'Title,Repository,Record Group,Box,Folder,Reel',
        'Note,National Archives,59,12,3,',
        'Letter,National Archives,RG 84,Box 7,B,4a',
        'Cable,National Archives,,,,',
      ),
    );
    expect(records.map(({ source }) => source)).toEqual([
      ['National Archives', 'RG 59, Box 12, Folder 3'],
      ['National Archives', 'RG 84, Box 7, Folder B, Reel 4a'],
      ['National Archives'],
    ]);
  });

  test.each([
    ['title,original_publication_date,document_url'],
    ['http://purl.org/dc/elements/1.1/title,http://purl.org/dc/terms/issued,page url'],
    ['https://example.org/v#title,https://tropy.org/v1/templates/x#date,http://example.org/url'],
  ])('matches the columns of %s', async (head) => {
    const { records } = await foundIn(table(head, 'Note,1962-10-16,https://example.org/1'));
    expect(records).toMatchObject([
      { title: 'Note', date: '1962-10-16', url: 'https://example.org/1' },
    ]);
  });

  test('is read in Windows-1252', async () => {
    const content = Buffer.from('Title,Date\nS\xe9oul,1962\nX,1963\n', 'latin1');
    expect((await foundIn(content)).records[0]?.title).toBe('Séoul');
  });

  test('names the columns it has matched, and those it has not', async () => {
    const { records, others } = await foundIn(
      table('Doc_Title,documentDate,dc:description,Pages', 'Notes,1962,On this,4', 'X,1963,,'),
    );
    expect(records[0]).toMatchObject({ title: 'Notes', date: '1962', description: 'On this' });
    expect(others).toEqual([
      {
        kind: 'note',
        text: 'columns: title = "Doc_Title", date = "documentDate", description = "dc:description"; not used: "Pages"',
      },
    ]);
  });

  test('is read as one says by --map, and a column that is not there is named', async () => {
    const content = table('Betreff,Titel,Date', 'Notes,x,1962', 'Letter,y,1963');
    const { records } = await foundIn(content, { title: 'Betreff' });
    expect(records.map(({ title }) => title)).toEqual(['Notes', 'Letter']);
    const { error } = await foundIn(table('Title,Date', 'a,1962', 'b,1963'), { title: 'Betreff' });
    expect(error).toBe('has no column "Betreff" for title; there are Title, Date');
  });

  test('has lists in cells, as JSON or divided', async () => {
    const { records } = await foundIn(
      table('Title,Date,Keywords,Recipient', 'N,1962,"[""a"",""b, c""]",X; Y', 'M,1963,d|e,'),
    );
    expect(records).toMatchObject([
      { subjects: ['a', 'b, c'], recipients: ['X', 'Y'] },
      { subjects: ['d', 'e'], recipients: [] },
    ]);
  });

  test('has its head below a title, and rows with too many cells refused', async () => {
    const { records, others } = await foundIn(
      table('Letters of the archive', '', 'Title,Date', 'Notes,1962', 'a,b,c', 'Letter,1963'),
    );
    expect(records.map(({ title }) => title)).toEqual(['Notes', 'Letter']);
    expect(others.at(-1)).toMatchObject({
      kind: 'refused',
      line: 5,
      reason: 'has 3 cells for 2 columns',
      raw: 'a,b,c',
    });
  });

  test('of Zotero keeps archive, location, type, roles and tags', async () => {
    const { records } = await foundIn(
      table(
        '"Key","Item Type","Publication Year","Author","Title","Url","Abstract Note","Date","Archive","Loc. in Archive","Manual Tags","Recipient"',
        '"AB12","letter","1949","Mikoyan, Anastas","Notes","https://example.org/1","On this.","31 January 1949","APRF","f. 3, op. 65","China; Mao","Stalin, Joseph"',
        '"AB13","letter","1950","","More","","","","","","",""',
      ),
    );
    expect(records[0]).toMatchObject({
      title: 'Notes',
      date: '31 January 1949',
      url: 'https://example.org/1',
      creators: ['Mikoyan, Anastas'],
      recipients: ['Stalin, Joseph'],
      type: ['letter'],
      source: ['APRF', 'f. 3, op. 65'],
      subjects: ['China', 'Mao'],
      identifier: ['AB12'],
    });
  });
});
