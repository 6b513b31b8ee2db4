import { count, countDocuments } from './count.ts';

const UNITS = { decade: 'decade', year: 'year', month: 'month', day: 'day' };
type Unit = keyof typeof UNITS;

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
