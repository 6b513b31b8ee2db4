import { expect, test } from 'vitest';
import { NO_CONVENTION } from '../../../src/data/dates/convention.ts';
import { toDocument } from '../../../src/data/import/to-document.ts';

const letter = (creators: string[], recipients: string[]) =>
  toDocument(
    { line: 2, title: '', date: 'May 3, 1862', description: '', creators, recipients },
    'Letters',
    NO_CONVENTION,
  );

test.each([
  [['Ames'], ['Bell'], 'Ames to Bell'],
  [['Ames, Fisher'], ['Bell, John'], 'Fisher Ames to John Bell'],
  [
    ['King, Jr., Martin Luther'],
    ['Ribbentrop, Joachim von'],
    'Martin Luther King Jr. to Joachim von Ribbentrop',
  ],
  [['Foreign Office, London'], ['Bell'], 'Foreign Office, London to Bell'],
  [['Ames'], ['Bell', 'Clay', 'Day'], 'Ames to Bell, Clay and Day'],
])('a letter without a title is named by who wrote it to whom: %j, %j', (from, to, title) => {
  const { document, doubts } = letter(from, to);
  expect(document).toMatchObject({ title, date: { start: '1862-05-03' } });
  expect(doubts).toEqual([]);
});

test('where either is unknown it stays untitled, and that is said', () => {
  const { document, doubts } = letter(['Ames'], []);
  expect(document.title).toBe('[Untitled] May 3, 1862');
  expect(doubts).toEqual(['has no title']);
});
