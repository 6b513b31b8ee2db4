import { countDocuments } from './count.ts';

/** `/timeline`. */
export const timelineWords = {
  command: {
    description: 'A picture of documents by year, month or day',
    query: 'Count only what this search finds',
  },
  title: (about: string) => `Timeline: ${about}`,
  /** What the documents are. */
  about: {
    query: (query: string) => `“${query}”`,
    all: 'all documents',
  },
  /** @param unit that the bars go by; @param ofNumbers that the numbers under them go by */
  lead: (documents: number, unit: Unit, ofNumbers: Unit) =>
    unit === ofNumbers
      ? `${countDocuments(documents)}, by ${unit}.`
      : `${countDocuments(documents)}, by ${unit}, the numbers by ${ofNumbers}.`,
  bars: { all: 'whole archive', meant: 'found' },

  nothing: (about: string) =>
    `No document is found for ${about}. Run /search with the same words to see why.`,
  undated: (documents: number, about: string) =>
    `None of ${countDocuments(documents)} found for ${about} has a date.`,
  tooLong:
    'These documents span too many years for one picture. Narrow the timeline with `from` and `to`.',
};

type Unit = 'day' | 'month' | 'year' | 'decade';
