import { describe, expect, test } from 'vitest';
import { cite } from '../../../src/data/citations/cite.ts';
import { STYLES, type Style } from '../../../src/data/citations/styles.ts';
import type { Document } from '../../../src/data/corpus/document.ts';
import { Publication } from '../../../src/data/corpus/publication.ts';
import type { Series } from '../../../src/data/corpus/series.ts';
import { parseDate } from '../../../src/data/dates/parse.ts';
import { aDocument } from '../../support/documents.ts';

const cited = async (document: Partial<Document>, style: Style, series?: Series) => {
  const pieces = await cite(aDocument(document), style, [2026, 11, 25], series);
  return pieces.map(({ text, italic }) => (italic ? `*${text}*` : text)).join('');
};
const notes = (document: Partial<Document>) => cited(document, 'chicago-note');

describe('a citation gives in words what is printed in EDTF', () => {
  test.each([
    ['1949/1951~', '1949–ca. 1951'],
    ['156X', '1560s'],
    ['18XX', '1800–1899'],
    ['1962-10~', 'ca. October 1962'],
    ['1950-03-04/1950-03-09', 'March 4, 1950 to March 9, 1950'],
    ['1988/..', 'from 1988'],
    ['../1950', 'until 1950'],
    ['1962-21', 'Spring 1962'],
  ])('%s', async (text, words) => {
    const { date } = parseDate(text);
    for (const style of ['chicago-note', 'archive'] as const) {
      const citation = await cited({ date }, style);
      expect(citation).toContain(words);
      expect(citation).not.toContain(/[~X/]/.test(text) ? text : '\0');
    }
  });
});

describe('a title', () => {
  test.each([
    ['Mr. Olney to Mr. Buchanan.', 'Mr. Olney to Mr. Buchanan'],
    ['Message to the U.S.', 'Message to the U.S.'],
    ['Letter from Smith & Co.', 'Letter from Smith & Co.'],
    ['And so on...', 'And so on...'],
  ])('%s has no stop of its own before a comma', async (title, shown) => {
    expect(await cited({ title }, 'archive')).toContain(`“${shown}”`);
    expect(await notes({ title })).not.toMatch(/(?<!U\.S|Co|\.\.)\.[,”]/);
  });

  test('has its italics, turned where all is in italics, and no marks', async () => {
    const title = 'The sinking of the <i>Maine</i> and H<sub>2</sub>O';
    expect(await notes({ title })).toContain('“The Sinking of the *Maine* and H2O');
    expect(await cited({ title }, 'archive')).toContain('“The sinking of the *Maine* and H2O”');
    for (const style of STYLES) expect(await cited({ title }, style)).not.toMatch(/<|>/);
  });
});

describe('names', () => {
  test.each([
    ['von Ribbentrop, Joachim', /^Joachim von Ribbentrop,/],
    ['Ribbentrop, Joachim von', /^Joachim von Ribbentrop,/],
    ['King, Jr., Martin Luther', /^Martin Luther King Jr\.,/],
    ['King, Martin Luther, Jr.', /^Martin Luther King Jr\.,/],
    ['Foreign Office for Africa', /^Foreign Office for Africa,/],
  ])('%s is cited right in a note', async (creator, expected) => {
    expect(await notes({ creators: [creator] })).toMatch(expected);
  });

  test.each([
    ['Ribbentrop, Joachim von', /^Ribbentrop, Joachim von\. /],
    ['King, Jr., Martin Luther', /^King, Martin Luther, Jr\. /],
  ])('%s stands in a bibliography by the family name', async (creator, expected) => {
    expect(await cited({ creators: [creator] }, 'chicago-bibliography')).toMatch(expected);
  });
});

describe('kinds', () => {
  test.each(['MANSCPT', 'PCOMM', 'personal_communication', 'GEN'])(
    'such as %s are never cited as codes',
    async (code) => {
      for (const style of STYLES) {
        expect(await cited({ type: ['Telegram', code] }, style)).not.toContain(code);
      }
    },
  );
});

test('what was published is cited with where it was', async () => {
  const document: Partial<Document> = {
    title: 'The Treaty',
    creators: ['Ames, Ann', 'Bell, Ben (editor)'],
    date: parseDate('1988').date,
    publication: Publication.parse({
      kind: 'chapter',
      container: 'A History of Peace',
      publisher: 'University Press',
      place: 'Oslo',
      pages: '12–34',
    }),
  };
  expect(await notes(document)).toBe(
    'Ann Ames, “The Treaty,” in *A History of Peace*, ed. Ben Bell (Oslo: University Press, 1988), 12–34.',
  );
  for (const style of STYLES) expect(await cited(document, style)).toContain('A History of Peace');
});

describe('a collection known by its full name', () => {
  const series: Series = {
    collection: 'Papers',
    title: 'Papers on Peace',
    volume: '1897',
    numbered: 'p1897/d',
  };
  const document = { collection: 'Papers', identifier: ['p1897/d429'] };

  test.each(STYLES)('is spelled out in %s, with the number', async (style) => {
    expect(await cited(document, style, series)).toContain('*Papers on Peace*, 1897, doc. 429');
  });

  test('has no number where the identifier is another', async () => {
    const citation = await cited({ ...document, identifier: ['q12'] }, 'archive', series);
    expect(citation).toContain('*Papers on Peace*, 1897; record q12');
  });
});
