import { count, countDocuments } from './count.ts';

/** `/about` and `/collection`: what is loaded, and what is missing. Names come escaped. */
export const holdingsWords = {
  noDates: 'no dates',
  noGaps: 'None known: no listing said how much more there is.',

  about: {
    command: 'What this archive holds, what it lacks, and when it was read',
    title: 'About this reading room',
    fields: {
      documents: 'Documents',
      collections: 'Collections',
      undated: 'Undated',
      dates: 'Dates',
      read: 'Read',
      version: 'Version',
      texts: 'Texts',
      byMeaning: 'By meaning',
      holdings: 'Holdings',
      gaps: 'Gaps',
    },
    /** @param added of the documents, by people in this server */
    documents: (documents: number, added: number) =>
      added === 0 ? count(documents) : `${count(documents - added)} and ${count(added)} added here`,
    span: (first: string, last: string) => `${first} to ${last}`,
    /** A moment as Day.js formats it. */
    readAtFormat: 'D MMMM YYYY, HH:mm',
    readAt: (moment: string, zone: string) => `${moment} (${zone})`,
    /** How many documents a model has been asked about. */
    byMeaning: (made: number, documents: number) =>
      `${count(made)} of ${countDocuments(documents)}`,
    collection: (name: string, documents: number) => `${name}: ${count(documents)}`,
    texts: {
      none: 'none, only records',
      unreadable: 'can’t be read right now: the bot’s log says why',
      pending: (documents: number) => `being read: ${countDocuments(documents)} so far`,
      read: (documents: number, pages: number, words: number) =>
        `${countDocuments(documents)}, ${count(pages)} ${pages === 1 ? 'page' : 'pages'}, ${count(words)} words`,
    },
  },

  collection: {
    command: {
      description: 'What a collection holds, its span and its gaps',
      name: 'The collection; choose while typing',
    },
    gone: (name: string) => `The collection “${name}” is no longer loaded.`,
    fields: {
      documents: 'Documents',
      span: 'Span',
      undated: 'Undated',
      kinds: 'Kinds',
      languages: 'Languages',
      rights: 'Rights',
      gaps: 'Gaps',
      citing: 'How to cite',
    },
    span: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    /** A kind, a language or a statement of rights. */
    value: (value: string, documents: number) => `${value} (${count(documents)})`,
    /** A part of the span that has no document: `1952–1954`. */
    emptyPeriod: (first: string, last: string) => (first === last ? first : `${first}–${last}`),
    empty: (periods: readonly string[], more: number) =>
      more > 0
        ? `Nothing in it is dated ${periods.join(', ')} and ${count(more)} more ${more === 1 ? 'period' : 'periods'}.`
        : `Nothing in it is dated ${periods.join(', ')}.`,
    /** @param document the citation of one of its documents */
    citing: (name: string, document: string) =>
      [`As a whole: ${name}.`, `A document: ${document}`, 'In other styles: `/cite`'].join('\n'),
  },
};
