import { count, countDocuments } from './count.ts';

const UNITS = { decade: 'decade', year: 'year', month: 'month', day: 'day' };
type Unit = keyof typeof UNITS;

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
      ? `${countDocuments(documents)}, by ${UNITS[unit]}.`
      : `${countDocuments(documents)}, by ${UNITS[unit]}, the numbers by ${UNITS[ofNumbers]}.`,
  bars: { all: 'whole archive', meant: 'found' },

  nothing: (about: string) =>
    `No document is found for ${about}. Run /search with the same words to see why.`,
  undated: (documents: number, about: string) =>
    `None of ${countDocuments(documents)} found for ${about} has a date.`,
  tooLong:
    'These documents span too many years for one picture. Narrow the timeline with `from` and `to`.',
};

/** Timelines as pictures and numbers. Names of times are as `dateWords` has them. */
export const chartWords = {
  documentsBy: (unit: Unit) => `Documents by ${UNITS[unit]}`,
  undated: (documents: number) => `undated: ${count(documents)}`,
  datedLessPrecisely: (documents: number) => `dated less precisely: ${count(documents)}`,
  /** What the bars are called. */
  bars: { all: 'whole archive', meant: 'documents' },

  /** A number in bold, and of how many where it isn't all. */
  number: (meant: number, all: number) =>
    meant === all ? `**${count(all)}**` : `**${count(meant)}** of ${count(all)}`,
  numberOf: (time: string, number: string) => `${time}: ${number}`,
  numberUndated: (number: string) => `Undated: ${number}`,
  numberDatedLessPrecisely: (number: string) => `Dated less precisely: ${number}`,

  /** What the picture shows, for those to whom it is read. */
  shown: (unit: Unit, from: string, to: string, about: string) =>
    `Bars by ${UNITS[unit]}, ${from} to ${to}: ${about}.`,
  most: (documents: number, time: string, most: number) =>
    `${countDocuments(documents)}, most in ${time} (${count(most)}).`,
  alsoUndated: (documents: number) => `${count(documents)} undated.`,
};
