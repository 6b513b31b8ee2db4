import { describe, expect, test } from 'vitest';
import { resultsPage } from '../../../src/data/import/listing/results-page.ts';

const page = (...lines: string[]) => resultsPage.read(lines.join('\n'))[0];
const titles = (...lines: string[]) => page(...lines)?.records.map(({ title }) => title);
const head = ['Skip to content', '', '', 'Documents', '', ''];
const counted = ['Skip to content', '', '', '1 - 2 of 9', '', ''];
const first = ['May 1, 1950', '', 'First', '', 'Of the first.', ''];
const second = ['June 2, 1951', '', 'Second', '', 'Of the second.'];
const dates = (...lines: string[]) => page(...lines)?.records.map(({ date }) => date);

describe('a page of results', () => {
  test('gives each document with its line, its date as printed, title and description', () => {
    expect(page(...counted, ...first, ...second)).toEqual({
      records: [
        { line: 7, date: 'May 1, 1950', title: 'First', description: 'Of the first.' },
        { line: 13, date: 'June 2, 1951', title: 'Second', description: 'Of the second.' },
      ],
      heading: null,
      range: { from: 1, to: 2, listed: 9 },
      refused: [],
      doubts: [],
    });
  });

  test('takes a date where a title must be for the title', () => {
    const read = page(...head, 'May 1, 1950', '', 'May 1, 1950', '', 'A diary.', '', ...second);
    expect(read?.records.map(({ date, title }) => [date, title])).toEqual([
      ['May 1, 1950', 'May 1, 1950'],
      ['June 2, 1951', 'Second'],
    ]);
  });

  test.each(['The Year 1962', 'In 1956'])('takes %j for a title, not for a date', (title) => {
    expect(titles(...head, 'May 1, 1950', '', title, '', 'Text.')).toEqual([title]);
  });

  test.each([
    'May 1, 1950 (approximate)',
    '1956 (month unknown)',
    '1953 or earlier',
    '\u200eMay 5, 1960\u200e',
  ])('takes %j for a date', (date) => {
    expect(titles(...head, ...first, date, '', 'Second', '', 'Text.')).toEqual(['First', 'Second']);
  });

  test('joins wrapped lines, of titles too, and keeps paragraphs', () => {
    const read = page(
      ...head,
      ...[
        'May 1, 1950',
        '',
        'A title',
        'of two lines',
        '',
        'One',
        '  two\u00A0',
        'three.',
        '',
        'Four.',
      ],
    );
    expect(read?.records[0]).toMatchObject({
      title: 'A title of two lines',
      description: 'One two three.\n\nFour.',
    });
  });

  test('takes a document whose date is blank: one more empty line', () => {
    const read = page(
      ...head,
      ...first,
      '',
      'Without a date',
      '',
      'Of the undated.',
      '',
      ...second,
    );
    expect(read?.records.map(({ date, title }) => [date, title])).toEqual([
      ['May 1, 1950', 'First'],
      ['', 'Without a date'],
      ['June 2, 1951', 'Second'],
    ]);
    expect(read?.records[1]).toMatchObject({ line: 14, description: 'Of the undated.' });
  });

  test('takes undated documents at the beginning, one after the other, and without description', () => {
    expect(titles(...head, '', 'One', '', '', 'Two', '', '', 'Three', '', ...first)).toEqual([
      'One',
      'Two',
      'Three',
      'First',
    ]);
    expect(titles('', '', 'One', '', 'Of it.', '', ...first)).toEqual(['One', 'First']);
    expect(titles('1 - 1 of 1', '', '', 'The only one')).toEqual(['The only one']);
  });

  test('takes documents without description', () => {
    expect(titles(...head, 'May 1, 1950', '', 'First', '', ...second)).toEqual(['First', 'Second']);
  });

  test.each([
    ['begins a wrapped line', ['They met on', 'December 19, 1966 and parted.']],
    ['is a wrapped line', ['They met on', 'December 19, 1966', 'and parted.']],
    ['ends a paragraph', ['They met on', 'December 19, 1966']],
    ['begins a paragraph', ['December 19, 1966', 'was a cold day.']],
    ['begins a line of its own', ['December 19, 1966 was a cold day.', '', 'More.']],
    ['follows a place', ['Moscow, December 19, 1966', '', 'More.']],
  ])('takes no date within a description for a document: it %s', (_, lines) => {
    const read = page(...head, ...first, ...lines, '', ...second);
    expect(read?.records.map(({ date }) => date)).toEqual(['May 1, 1950', 'June 2, 1951']);
    expect(read?.records[0]?.description.endsWith(lines.join(' ').replace('  ', '\n\n'))).toBe(
      true,
    );
  });

  test('keeps a paragraph that is a date where no title follows, and says so', () => {
    const read = page(...head, ...first, 'December 19, 1966', '', ...second);
    expect(read?.records.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(read?.records[0]?.description).toBe('Of the first.\n\nDecember 19, 1966');
    expect(read?.doubts).toEqual([
      {
        line: 13,
        reason:
          '"December 19, 1966" is a date without a title after it; kept as text of the description',
      },
    ]);
  });

  test('holds wide spacing against the page’s own count', () => {
    const wide = [...first, '', 'A second paragraph.', '', ...second];
    expect(titles('1 - 2 of 9', '', ...wide)).toEqual(['First', 'Second']);
    expect(titles('1 - 3 of 9', '', ...wide)).toEqual(['First', 'A second paragraph.', 'Second']);
    expect(titles('Documents', '', ...wide)).toEqual(['First', 'A second paragraph.', 'Second']);
  });

  test('holds a sentence for a paragraph sooner than a title, where the page counts fewer', () => {
    const wide = ['', 'A second paragraph.', '', '', 'A title', '', ...second];
    expect(titles('1 - 3 of 9', '', ...first, ...wide)).toEqual(['First', 'A title', 'Second']);
  });

  test('never takes a long paragraph for a title', () => {
    const prose = 'word '.repeat(80).trim();
    expect(titles('Documents', '', ...first, '', prose, '', ...second)).toEqual([
      'First',
      'Second',
    ]);
  });

  test('measures a blank date against the spacing of its own page', () => {
    const spaced = (lines: string[]) => lines.flatMap((line) => (line ? [line] : ['', '']));
    const lines = spaced(['Documents', '', ...first, ...second, '', 'May 3, 1952', '', 'Third']);
    expect(titles(...lines)).toEqual(['First', 'Second', 'Third']);
  });

  test('says where the page counts otherwise, and keeps what it found', () => {
    const read = page('1 - 10 of 1,047', '', ...first, ...second);
    expect(read?.records).toHaveLength(2);
    expect(read?.range).toEqual({ from: 1, to: 10, listed: 1047 });
    expect(read?.doubts).toEqual([
      { line: null, reason: 'the page counts 10 documents (1 - 10 of 1047), but 2 were found' },
    ]);
  });

  test.each([
    'May 16, 1989',
    '16 May 1989',
    'January 1952',
    '1955',
    'circa 1962',
    '1962?',
    '[1944?]',
    'October 12 or 13, 1962',
    '1949-1951',
    '1950s',
    'Spring 1950',
    '00/00/1963',
    '12 octobre 1962',
    'Undated',
    'n.d.',
    'February 30, 1962',
    'Octobr 12, 1962',
    '13/32/1962',
  ])('knows a date line: %s', (date) => {
    expect(dates(...head, date, '', 'Title', '', ...second)).toEqual([date, 'June 2, 1951']);
  });

  test.each(['2', '533/5', 'May', 'No. 39', 'Report 1962', 'Letter to Mao, May 5, 1950', '...'])(
    'knows what is no date line: %s',
    (text) => {
      expect(dates('Documents', '', ...first, text, '', 'More.', '', ...second)).toEqual([
        'May 1, 1950',
        'June 2, 1951',
      ]);
    },
  );
});

describe('navigation', () => {
  test.each([
    ['page numbers', ['1 2 3 … 8']],
    ['page numbers, each on a line', ['1', '2', '3', '…', '8', 'Next', 'Last']],
    ['page numbers, each set off', ['1', '', '2', '', '8', '', 'Next', '', 'Last »']],
    ['the pager again', ['1 - 2 of 9']],
    ['a foot', ['Next', '', 'About', '', 'An institution of learning in a city.', '', '© 2024 It']],
  ])('after the documents is dropped: %s', (_, foot) => {
    const read = page(...counted, ...first, ...second, '', ...foot);
    expect(read?.records.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(read?.records[1]?.description).toBe('Of the second.');
  });

  test('before the documents is dropped, and a heading is the collection', () => {
    const lines = [
      'Skip to content',
      '',
      'Home / Collections',
      '',
      'Menu',
      'Cuba and Its',
      'Neighbours',
      '',
    ];
    const blurb = ['Papers of many archives, gathered by friends.', ''];
    const opening = ['Results:', '', 'Sort by relevance', '', '1 - 2 of 2', '', 'Documents', ''];
    const read = page(...lines, ...blurb, ...opening, ...first, ...second);
    expect(read?.heading).toBe('Cuba and Its Neighbours');
    expect(read?.records).toHaveLength(2);
  });

  test('may stand in one block', () => {
    const read = page('Skip to content', 'Results:', '1 - 2 of 9', '', ...first, ...second);
    expect(read).toMatchObject({ heading: null, range: { from: 1, to: 2, listed: 9 } });
  });

  test('of a place’s page has no pager', () => {
    const read = page('Skip to content', '', 'Popular Documents', '', ...first, ...second);
    expect(read).toMatchObject({ heading: null, range: null, doubts: [] });
    expect(read?.records).toHaveLength(2);
  });

  test.each(['2 - 1 of 9', '1 - 10 of 9', '0 - 0 of 0'])('that counts nothing: %s', (pager) => {
    const read = page(pager, '', ...first, ...second);
    expect(read?.range).toBeNull();
    expect(read?.records).toHaveLength(2);
  });

  test('between pages in one file parts them', () => {
    const pages = resultsPage.read(
      [
        ...['1 - 1 of 2', '', ...first, '1 - 1 of 2', '', 'A foot.', ''],
        ...['2 - 2 of 2', '', ...second],
      ].join('\n'),
    );
    expect(pages.map(({ range, records }) => [range?.from, records.length])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});

describe('line ends and invisible characters', () => {
  test.each([
    ['Windows', '\r\n'],
    ['doubled carriage returns', '\r\r\n'],
    ['trailing blanks', ' \t\n'],
    ['no-break spaces', '\u00A0\n'],
    ['zero width spaces', '\u200B\n'],
  ])('do not matter: %s', (_, end) => {
    const lines = [...head, ...first, '', 'Without a date', '', ...second];
    const [read] = resultsPage.read(`\uFEFF${lines.join(end)}`);
    expect(read?.records).toEqual(page(...lines)?.records);
  });

  test('a form feed neither splits a paragraph nor makes a document', () => {
    const read = page(
      ...head,
      ...first.slice(0, -1),
      '\f',
      'More.',
      '',
      '\f',
      '',
      'Last.',
      '',
      ...second,
    );
    expect(read?.records.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(read?.records[0]?.description).toBe('Of the first. More.\n\nLast.');
  });
});

test('gives nothing for a page that is no listing', () => {
  const read = page('Skip to content', '', 'A title', '', 'A text of some length.', '', '1', '2');
  expect(read?.records).toEqual([]);
});

test.each([
  ['prose', 'A letter.\n\nIt was written in 1962.\n'],
  ['a table', 'id,date\n1,May 1, 1950\n'],
  ['a date alone', 'May 1, 1950\n'],
])('is not seen in %s', (_, text) => {
  expect(resultsPage.recognises(text)).toBe(false);
});
