import { Document } from '../../src/data/corpus/document.ts';
import type { HistoricalDate } from '../../src/data/dates/historical-date.ts';
import { Page } from '../../src/data/texts/page.ts';

/** A date that says nothing; a test names what it needs. */
export const aDate = (overrides: Partial<HistoricalDate> = {}): HistoricalDate => ({
  text: '',
  edtf: null,
  start: null,
  end: null,
  precision: 'unknown',
  approximate: false,
  uncertain: false,
  inferred: false,
  ...overrides,
});

/** A certain date of one day, `YYYY-MM-DD`. */
export const aDay = (day: string): HistoricalDate =>
  aDate({ text: day, edtf: day, start: day, end: day, precision: 'day' });

/** A date of one month, `YYYY-MM`, or one year, `YYYY`. */
export function aPeriod(text: string): HistoricalDate {
  const [year, month] = text.split('-');
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return aDate({
    text,
    edtf: text,
    start: `${year}-${month ?? '01'}-01`,
    end: `${year}-${month ?? '12'}-${last}`,
    precision: month ? 'month' : 'year',
  });
}

/** A document with the least that a document has; checked, so that a test cannot invent another kind. */
export const aDocument = (overrides: Partial<Document> = {}): Document =>
  Document.parse({
    id: 'a-document',
    title: 'A document',
    date: aDate(),
    description: '',
    collection: 'A collection',
    url: null,
    creators: null,
    people: null,
    places: null,
    subjects: null,
    languages: null,
    type: null,
    source: null,
    identifier: null,
    rights: null,
    ...overrides,
  });

/** A page with the least that a page has; checked as well. */
export const aPage = (overrides: Partial<Page> = {}): Page =>
  Page.parse({
    id: 'a-document',
    page: 1,
    label: null,
    text: '',
    kind: 'edition',
    url: null,
    ...overrides,
  });
