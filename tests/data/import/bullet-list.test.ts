import { describe, expect, test } from 'vitest';
import { formatOf } from '../../../src/data/import/formats.ts';
import { bulletList } from '../../../src/data/import/listing/bullet-list.ts';
import { bulletListing } from '../../../src/data/import/listing/listing.ts';

const page = (...lines: string[]) => bulletList.read(lines.join('\n'))[0];
const head = ['Search in', '', 'A Site of Archives', ''];
const first = ['  • May 01, 1950', '', '    First', '', '    Of the first.', ''];
const second = ['  • 1951', '', '    Second', '', '    Of the second.'];

describe('a list of bullets', () => {
  test('gives each document with its line, its date as printed, title and description', () => {
    expect(page(...head, ...first, ...second)).toEqual({
      records: [
        { line: 5, date: 'May 01, 1950', title: 'First', description: 'Of the first.' },
        { line: 11, date: '1951', title: 'Second', description: 'Of the second.' },
      ],
      heading: null,
      range: null,
      refused: [],
      doubts: [],
    });
  });

  test('joins wrapped lines, keeps paragraphs, and needs no blank line after a bullet', () => {
    const lines = [
      '  • May 01, 1950',
      '    A title',
      '    of two lines',
      '',
      '    One',
      '    two.',
    ];
    expect(page(...lines, '', '    Three.')?.records).toEqual([
      {
        line: 1,
        date: 'May 01, 1950',
        title: 'A title of two lines',
        description: 'One two.\n\nThree.',
      },
    ]);
  });

  test.each([['  •'], ['  • ']])('takes a blank date: "%s"', (bullet) => {
    const read = page(...head, bullet, '', '    Undated', '', ...second);
    expect(read?.records.map(({ date, title }) => [date, title])).toEqual([
      ['', 'Undated'],
      ['1951', 'Second'],
    ]);
  });

  test('takes a title beside a bullet for a document without a date', () => {
    const title = 'Report on the Work of the Central Committee to the Congress';
    const read = page(...first, `  • ${title}`, '', '    Of it.', '', ...second);
    expect(read?.records[1]).toMatchObject({ date: '', title, description: 'Of it.' });
  });

  test('keeps what can’t be read as a date beside a bullet', () => {
    const read = page(...first, '  • some time later', '', '    Title', '', ...second);
    expect(read?.records[1]).toMatchObject({ date: 'some time later', title: 'Title' });
  });

  test('keeps bullets and dates within descriptions', () => {
    const inner = ['    • 1949', '', '    - a point', '', '    June 1, 1952', '', '    More.', ''];
    const read = page(...first, ...inner, ...second);
    expect(read?.records).toHaveLength(2);
    expect(read?.records[0]?.description).toBe(
      'Of the first.\n\n• 1949\n\n- a point\n\nJune 1, 1952\n\nMore.',
    );
  });

  test('has its collection’s heading above the bullets, after the site’s name', () => {
    const blurb = ['Cuba and Its Neighbours', '', 'Papers of many archives.', ''];
    expect(page(...head, ...blurb, ...first)?.heading).toBe('Cuba and Its Neighbours');
  });

  test('ends where the text is no longer indented', () => {
    const read = page(...first, ...second, '', 'A foot of the page.', '', '© It');
    expect(read?.records[1]?.description).toBe('Of the second.');
  });

  test('refuses a date without a title', () => {
    const read = page(...first, '  • May 02, 1950', '', ...second);
    expect(read?.records).toHaveLength(2);
    expect(read?.refused).toEqual([{ line: 7, reason: '"• May 02, 1950" has no title after it' }]);
  });
});

describe('the form of a page', () => {
  const form = (...lines: string[]) =>
    formatOf({ bytes: new Uint8Array(1), text: lines.join('\n'), isWhole: true }) === bulletListing;

  test('is told by what comes first', () => {
    expect(form(...head, ...first, '    June 1, 1952', '', '    More.')).toBe(true);
    expect(form('May 1, 1950', '', 'Title', '', '• 1949', '', 'More.')).toBe(false);
  });
});

describe('what tells the older form', () => {
  const read = (...lines: string[]) => {
    const text = lines.join('\n');
    expect(bulletList.recognises(text)).toBe(true);
    return bulletList.read(text)[0]?.records.map(({ date, title }) => [date, title]);
  };

  test('its search box, though a heading looks like a date', () => {
    const head = ['Search in', '', 'A Collection', '', '1956-1966', '', 'A blurb.', ''];
    const bullets = ['  • May 3, 1960', '', '    First', '', '  •', '', '    Second'];
    expect(read(...head, ...bullets)).toEqual([
      ['May 3, 1960', 'First'],
      ['', 'Second'],
    ]);
  });

  test('its search box, though no bullet has a date', () => {
    expect(read('Search in', '', '  •', '', '    Essay', '', '    Text.')).toEqual([['', 'Essay']]);
  });
});
