/** `/archive add`: the form, and how what was typed was read. What was typed comes escaped. */
export const addingWords = {
  form: {
    title: 'Add a document',
    fields: {
      title: { label: 'Title' },
      date: {
        label: 'Date',
        description: 'As it is printed: 16 October 1962, October 1962, c. 1962; empty if undated',
      },
      description: { label: 'Description' },
      link: { label: 'Link', description: 'Where the document can be seen: https://…' },
      collection: {
        label: 'Collection',
        /** @param otherwise what it is called if nobody names it */
        description: (otherwise: string) => `“${otherwise}” if left empty`,
      },
    },
  },
  needsTitle: 'A document needs a title.',
  notALink: (link: string) => `“${link}” isn’t a link. It must begin with https:// or http://.`,
  isKept: 'What you typed is kept for an hour.',

  /** Above the card, which shows the document as it would be. */
  asks: (question: string) => `**${question}** Nothing is saved yet.`,
  undated: 'Undated: right?',
  /** @param precision in words: a day, a month … */
  dated: (date: string, precision: string, isUncertain: boolean) =>
    `${date}, ${precision}${isUncertain ? ', uncertain' : ''}: right?`,
  unreadableDate: (date: string, problem: string) =>
    `I can’t read “${date}” as a date: ${problem}. It would be kept as it is, and found in no search by date: right?`,
  precisions: {
    day: 'a day',
    month: 'a month',
    year: 'a year',
    decade: 'a decade',
    century: 'a century',
    season: 'a season',
    interval: 'a span of time',
    set: 'several dates',
    unknown: '',
  },
  change: 'Change it',
  add: 'Add it',

  added: { title: 'Added', text: 'Within a day you can take it back with /archive undo.' },
  /** In place of adding a document that is here already. */
  isHere: {
    title: 'This document is here already',
    same: 'It says the same as what you typed. Nothing was saved.',
    /** @param fields in which they differ, by their names */
    differing: (fields: readonly string[]) =>
      `What you typed differs in ${new Intl.ListFormat('en-GB').format(fields)}. It wasn’t saved, and what is here stays as it is. If you mean another document, give it a title that tells the two apart.`,
  },
};
