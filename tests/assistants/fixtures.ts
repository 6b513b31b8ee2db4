import type { Coverage } from '../../src/data/corpus/coverage.ts';
import type { Document } from '../../src/data/corpus/document.ts';
import type { Page } from '../../src/data/texts/page.ts';
import { aDate, aDay, aDocument, aPage, aPeriod } from '../support/documents.ts';

/** A small archive: certain and doubtful dates, one text of three pages, one title that two have. */
export const documents: readonly Document[] = [
  aDocument({
    id: 'marines',
    title: 'Telegram on the withdrawal of the marines',
    date: aDay('1934-08-06'),
    description: 'Why the marines left the island.',
    collection: 'Haiti',
    url: 'https://example.org/marines',
    creators: ['Armour, Norman'],
    people: ['Norman Armour', 'Cordell Hull'],
    source: ['Box 1, Folder 29'],
  }),
  aDocument({
    id: 'crisis',
    title: 'Letter on the blockade',
    date: aPeriod('1962-10'),
    collection: 'Cuba',
  }),
  aDocument({
    id: 'supplied',
    title: 'Memorandum on Korea',
    date: aDate({
      text: '[October 14, 1950?]',
      edtf: '1950-10-14?',
      start: '1950-10-14',
      end: '1950-10-14',
      precision: 'day',
      uncertain: true,
      inferred: true,
    }),
    collection: 'Cuba',
  }),
  aDocument({ id: 'undated', title: 'Note without any date', collection: 'Haiti' }),
  aDocument({ id: 'report-1', title: 'Report', date: aDay('1950-01-01'), collection: 'Cuba' }),
  aDocument({ id: 'report-2', title: 'Report', date: aDay('1951-01-01'), collection: 'Cuba' }),
];

const text = (page: number, words: string) =>
  aPage({
    id: 'marines',
    page,
    label: `p. ${411 + page}`,
    text: words,
    url: `https://example.org/marines#${page}`,
  });

export const pages: readonly Page[] = [
  text(
    1,
    'The marines were withdrawn from Port au Prince because the two governments had agreed upon it in the summer, and not because of any disorder in the streets of the town.',
  ),
  text(
    2,
    'The President had promised in July that the last brigade would leave by August 15, 1934.',
  ),
  text(3, 'I have the honor to be, with great respect, your obedient servant.'),
];

/** Of the one collection ten are listed. */
export const coverage: readonly Coverage[] = [
  { collection: 'Haiti', listed: 10, held: 2, missing: [[1, 8]] },
];

/** A call of each tool that finds something. */
export const CALLS: readonly [tool: string, input: object][] = [
  ['search', { query: 'marines' }],
  ['get', { id: 'marines' }],
  ['on_date', { date: '1934' }],
  ['on_date', { date: '6 August' }],
  ['passages', { question: 'Why were the marines withdrawn?' }],
  ['cite', { id: 'marines' }],
  ['check_quotation', { text: 'the last brigade would leave by August' }],
];
