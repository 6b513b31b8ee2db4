import { count } from './count.ts';
import { dateExamples } from './options.ts';

/** `/date` and `/onthisday`: what is from a day or a span. What was typed comes escaped in titles. */
export const dayWords = {
  date: {
    command: {
      description: 'Look up a day, a month, a year or a span',
      when: 'Such as 16 October 1962, October 1962, 1960s, before 1950 or 1949-1951',
    },
    unreadable: (typed: string) => `I can’t read “${typed}” as a date. ${dateExamples}`,
    title: (typed: string) => `Date: ${typed}`,
    nothing: 'No document here is dated to this span.',
    undated: (documents: number) =>
      documents === 1
        ? '1 undated document can’t be placed.'
        : `${count(documents)} undated documents can’t be placed.`,
    order: 'by first day, exact dates before partial ones',
  },

  /** A day comes as `16 October`. */
  onThisDay: {
    command: {
      description: 'Documents dated to this day of the year',
      date: 'Another day, such as 16 October or 10-16; today if left out',
    },
    unreadable: (typed: string) =>
      `I can’t read “${typed}” as a day of the year. Try “16 October”, “Oct 16” or “10-16”.`,
    title: (day: string) => `On this day: ${day}`,
    nothingCertain: (day: string) => `No document here is dated certainly to ${day}.`,
    perhaps: '**Perhaps of this day**',
    nearest: {
      before: (day: string, documents: number) =>
        `**The nearest before: ${day}** (${count(documents)})`,
      after: (day: string, documents: number) =>
        `**The nearest after: ${day}** (${count(documents)})`,
    },
    monthOnly: (documents: number, month: string) =>
      `${count(documents)} more ${documents === 1 ? 'is' : 'are'} dated to ${month} only, without a day, and not listed.`,
    order: 'oldest first',
  },
};
