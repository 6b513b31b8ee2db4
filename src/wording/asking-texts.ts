import { countDocuments } from './count.ts';

/** `/passages`: what the texts say to a question, and what is offered where they can't say it. */
export const askingTextsWords = {
  command: {
    description: 'Passages of the texts that may answer a question, word for word',
    question: 'Such as: Why were the marines withdrawn?',
  },
  noQuestion: 'Type a question, or some words that an answer would have.',
  gone: 'These passages are no longer loaded. Run /passages again.',

  backButton: 'Back',
  moreButton: 'More',
  citeButton: 'Cite',
  saveButton: 'Save',

  periodMenu: 'Other period',
  decade: (first: string) => `${first}s`,
  everyPeriod: 'Every period',
  everyPeriodIs: 'spread over all',

  citations: {
    title: 'Citations',
    choose: 'Choose one for other styles, and for Zotero.',
  },
  saving: { title: 'Save', which: 'Which document do you want to save?' },

  unanswerable: {
    title: 'Passages can’t answer this',
    anywayButton: 'Show passages anyway',
    /** @param why of the reasons below; @param ways what can be done, of those below */
    text: (why: string, ways: readonly string[]) =>
      [why, 'What you can do instead:', ...ways.map((way) => `- ${way}`)].join('\n'),

    why: {
      count: 'Passages can’t count: what they don’t show would be missing from the number.',
      list: 'A few passages are never a complete list.',
      first: 'No passage can show that nothing came before it.',
      last: 'No passage can show that nothing came after it.',
      summary: 'Nothing is written here: passages are shown as they stand in the texts.',
    },
    /** Commands come as they are typed, and how many documents a search finds. */
    ways: {
      count: (search: string, found: number, timeline: string) => [
        `${search} finds ${countDocuments(found)}. That counts documents, not events or people.`,
        `${timeline} counts them by year, month or day.`,
      ],
      list: (search: string, found: number) => [
        `${search} finds ${countDocuments(found)}, and lists them all, page by page.`,
      ],
      first: (search: string, found: number) => [
        `${search} finds ${countDocuments(found)} and begins with the first that is loaded.`,
        'An earlier one may not be loaded: see `/about`.',
      ],
      last: (search: string, found: number) => [
        `${search} finds ${countDocuments(found)} and begins with the last that is loaded.`,
        'A later one may not be loaded: see `/about`.',
      ],
      summary: (search: string, found: number, timeline: string) => [
        `${search} finds ${countDocuments(found)}; ${timeline} shows when they are from.`,
      ],
    },
  },
};
