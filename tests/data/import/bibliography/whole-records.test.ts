import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/found.ts';

const firstOf = async (text: string) => (await foundIn(text)).records[0];

describe('of joined RIS files every record is read', () => {
  const one = (title: string) => `TY  - MANSCPT\nTI  - ${title}\nDA  - 1950/01/02/\nER  - \n`;
  const titles = async (text: string) =>
    (await foundIn(text)).records.map(({ title, date }) => `${title} ${date}`);

  test.each([
    ['a mark of byte order', `${one('A')}\uFEFF${one('B')}`],
    ['blanks', `${one('A')}   ${one('B')}`],
    ['blanks before each line', `${one('A')}${one('B').replace(/^(?=.)/gm, '  ')}`],
    ['both', `\uFEFF ${one('A')}\n\n \uFEFF\t${one('B')}`],
  ])('behind %s', async (_, text) => {
    expect(await titles(text)).toEqual(['A 1950-01-02', 'B 1950-01-02']);
  });

  test('with separators of lines within a field', async () => {
    expect(await titles(one('On\u2028this\u2029day\u0085and that'))).toEqual([
      'On this day and that 1950-01-02',
    ]);
  });

  test('where a mark of byte order ends an entry that has no end', async () => {
    const { records, others } = await foundIn(`TY  - BOOK\nTI  - Cut\n\uFEFF${one('B')}`);
    expect(records.map(({ title }) => title)).toEqual(['B']);
    expect(others).toMatchObject([{ kind: 'refused', line: 1 }]);
  });

  test('but no field that has a text like a tag behind blanks', async () => {
    const [record, ...others] = (
      await foundIn(one('A').replace('ER', 'AB  - x\n TY  - not one\nER'))
    ).records;
    expect(others).toEqual([]);
    expect(record?.description).toBe('x TY  - not one');
  });

  test('of any titles', async () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `T${text.replace(/[\0\n\r<&]/g, '')}x`);
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 4 }), async (written) => {
        expect(await titles(written.map(one).join('\uFEFF'))).toHaveLength(written.length);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a letter in RIS', () => {
  const letter = `TY  - PCOMM
AU  - Ames, Ann
A2  - Bell, Ben
TI  - On the harvest
ER  - 
`;

  test('was written to its second author', async () => {
    expect(await firstOf(letter)).toMatchObject({
      creators: ['Ames, Ann'],
      recipients: ['Bell, Ben'],
      type: ['Personal communication'],
    });
  });

  test('is what it says it is', async () => {
    const telegram = await firstOf(letter.replace('TI  -', 'M3  - Telegram\nTI  -'));
    expect(telegram?.type).toEqual(['Telegram']);
  });
});

describe('a published work keeps where it was published', () => {
  const publication = {
    kind: 'chapter',
    container: 'A History of Peace',
    publisher: 'University Press',
    place: 'Oslo',
  };

  test('in RIS', async () => {
    const record = await firstOf(`TY  - CHAP
AU  - Ames, Ann
A2  - Bell, Ben
TI  - The Treaty
T2  - A History of Peace
PB  - University Press
CY  - Oslo
SP  - 12
EP  - 34
PY  - 1988
ER  - 
`);
    expect(record).toMatchObject({
      creators: ['Ames, Ann', 'Bell, Ben (editor)'],
      publication: { ...publication, pages: '12–34' },
      places: [],
      date: '1988',
    });
  });

  test('in BibTeX', async () => {
    const record = await firstOf(`@incollection{t, author = {Ames, Ann}, editor = {Bell, Ben},
      title = {The Treaty}, booktitle = {A History of Peace}, publisher = {University Press},
      address = {Oslo}, pages = {12--34}, year = 1988}`);
    expect(record).toMatchObject({
      creators: ['Ames, Ann', 'Bell, Ben (editor)'],
      publication: { ...publication, pages: '12-34' },
      places: [],
      source: [],
    });
  });

  test('in CSL JSON, where numbers may be numbers', async () => {
    const item = {
      id: 't',
      type: 'article-journal',
      title: 'The Treaty',
      'container-title': 'Journal of Peace',
      volume: 3,
      issue: '4',
      page: '12–34',
      issued: { 'date-parts': [[1988]] },
    };
    expect(await firstOf(JSON.stringify([item]))).toMatchObject({
      publication: {
        kind: 'article-journal',
        container: 'Journal of Peace',
        volume: '3',
        issue: '4',
      },
      type: ['Journal article'],
    });
  });
});

describe('the date of a bibliography', () => {
  test.each([
    ['DA  - Oct 16\nPY  - 1962', 'Oct 16, 1962'],
    ['PY  - 1962\nDA  - 16 October', '16 October, 1962'],
    ['DA  - October 16, 1962\nPY  - 1963', 'October 16, 1962'],
    ['PY  - 1962', '1962'],
  ])('of %j is complete', async (tags, date) => {
    const record = await firstOf(`TY  - MANSCPT\nTI  - A\n${tags}\nER  - \n`);
    expect(record?.date).toBe(date);
  });

  test.each(['1988/..', '1988/', '../1988', '1962-10~', '1914-22'])(
    '%s in BibTeX is kept',
    async (date) => {
      const record = await firstOf(`@unpublished{a, title = {A}, date = {${date}}}`);
      expect(record).toMatchObject({ title: 'A', date, edtf: date });
    },
  );

  test.each([
    ['year = {[1961?]}', '[1961?]'],
    ['year = {c. 1961}', 'c. 1961'],
    ['year = 1961, month = oct', '1961-10'],
  ])('%s is kept', async (fields, date) => {
    expect((await firstOf(`@misc{a, title = {A}, ${fields}}`))?.date).toBe(date);
  });
});

describe('BibTeX is known', () => {
  const entry = '@misc{a, title = {A}}';

  test.each([
    [
      'behind what Mendeley writes before it',
      `Automatically generated by Mendeley Desktop 1.19.8
Any changes to this file will be lost if it is regenerated by Mendeley.

BibTeX export options can be customized via Options -> BibTeX in Mendeley Desktop

`,
    ],
    ['behind a preamble', '@preamble{ "\\newcommand{\\noop}[1]{}" }\n\n'],
    ['behind a comment', '@comment{jabref-meta: databaseType:bibtex;}\n'],
    ['behind a line with an address', '% Export of ada@example.org, 2024\n'],
  ])('%s', async (_, before) => {
    const { format, records } = await foundIn(`${before}${entry}`);
    expect([format, records.map(({ title }) => title)]).toEqual(['bibtex', ['A']]);
  });
});

describe('names in BibTeX are kept whole', () => {
  test.each([
    ['von Ribbentrop, Joachim', 'von Ribbentrop, Joachim'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['King, Jr., Martin Luther', 'King, Martin Luther, Jr.'],
    ['Foreign Office for Africa', 'Foreign Office for Africa'],
    ['League of Nations', 'League of Nations'],
    ['Central Committee', 'Central Committee'],
    ['{Friends of Peace and Liberty}', 'Friends of Peace and Liberty'],
    ['Ministère des Affaires étrangères', 'Ministère des Affaires étrangères'],
  ])('%s', async (author, creator) => {
    const record = await firstOf(`@misc{a, title = {A}, author = {${author} and Ames, Ann}}`);
    expect(record?.creators).toEqual([creator, 'Ames, Ann']);
  });
});

describe('a text', () => {
  test.each([
    ['The sinking of the <i>Maine</i>', 'The sinking of the Maine'],
    ['<span class="nocase">de facto</span> H<sub>2</sub>O', 'de facto H2O'],
    ['Ames &amp; Bell', 'Ames & Bell'],
    ['Reply <draft> to *all*', 'Reply <draft> to *all*'],
  ])('such as the title %s has no marks', async (title, plain) => {
    for (const text of [
      `TY  - MANSCPT\nTI  - ${title}\nER  - \n`,
      JSON.stringify([{ type: 'manuscript', id: 'a', title }]),
    ]) {
      expect((await firstOf(text))?.title).toBe(plain);
    }
  });

  test.each([
    ['AB  - On this.\nN2  - On this.', 'On this.'],
    ['AB  - On this.\nN2  - On that.', 'On this.\n\nOn that.'],
    [
      'N2  - What was said at the meeting in October...\nAB  - What was said at the meeting in October, and why.',
      'What was said at the meeting in October, and why.',
    ],
    ['AB  - <p>One &lt; two.</p><p>Three.</p>', 'One < two.\n\nThree.'],
  ])('such as the summary of %j stands once', async (tags, description) => {
    const record = await firstOf(`TY  - MANSCPT\nTI  - A\n${tags}\nER  - \n`);
    expect(record?.description).toBe(description);
  });
});
