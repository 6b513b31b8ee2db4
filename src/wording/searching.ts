import { count, countDocuments } from './count.ts';

/** `/search`, `Find documents`, and what is under the hits. Quoted words and titles come escaped. */
export const searchingWords = {
  command: {
    description: 'Find documents by words of their records and texts',
    query: 'What to look for',
    in: 'Where to look; both unless you choose one',
    records: 'records: titles, descriptions, names',
    texts: 'texts: what the documents say',
    sort: 'Which hits come first',
  },
  noWords: 'Type some words to look for.',
  noWordsInMessage: 'This message has no words to look for. Try one with text or a card.',

  title: (query: string) => `Search: ${query}`,
  /** Documents of links would be hits beside words, if records were searched. */
  linksLeftOut: 'Documents of links aren’t listed with `in:texts`; leave it out to see them.',
  onlySimilar: 'No document holds these words. These are similar in meaning:',
  looksLike: (title: string) => `Documents that look like “${title}”:`,
  similar: 'similar in meaning',
  allowing: (words: string) => `allowing ${words}`,
  without: (words: string) => `without ${words}`,

  footer: {
    similar: (documents: number) => `${count(documents)} of them similar in meaning`,
    grouped: (documents: number) => `${countDocuments(documents)}, similar ones grouped`,
    sort: {
      relevance: 'by relevance',
      oldest: 'oldest first',
      newest: 'newest first',
    },
    in: { records: 'records only', texts: 'texts only' },
  },

  /** What the hits were narrowed to, as it stands beside them. */
  narrowed: {
    collection: (name: string) => `in ${name}`,
    decade: (decade: string) => `the ${decade}s`,
    person: (name: string) => `naming ${name}`,
  },
  /** The choices that narrow them. */
  narrowings: {
    decade: (decade: string) => `${decade}s`,
    /** What a choice is, and how many of the hits have it. */
    has: {
      collection: (found: number, total: number) =>
        `Collection, ${count(found)} of ${count(total)}`,
      decade: (found: number, total: number) => `Decade, ${count(found)} of ${count(total)}`,
      person: (found: number, total: number) => `Person, ${count(found)} of ${count(total)}`,
    },
    everything: 'Everything again',
    everythingIs: 'without what was chosen here',
  },

  /** Choices and buttons that search otherwise. */
  otherwise: {
    /** @param number of the hit on its page */
    alike: (more: number, number: number) => `${count(more)} more like ${number}`,
    offered: (words: string) => `Search for ${words}`,
    asTyped: (words: string) => `Search for ${words} as typed`,
    namesAsTyped: 'Only the names as typed',
    all: 'Show all results',
  },

  /** In place of a document that was named, but doesn't pass the filters. */
  outside: {
    title: 'Nothing found',
    /** @param entry the document as it stands in a list */
    text: (filters: string, title: string, entry: string) =>
      [
        `Nothing found within your filters (${filters}).`,
        `You named “${title}”, which isn’t within them:`,
        entry,
      ].join('\n\n'),
  },

  saveButton: 'Save',
  watchButton: 'Watch this',
  saving: {
    title: 'Save',
    what: [
      '**A document**: choose it, and then a list.',
      '**This search**: *Watch this*, and you are told of new documents that it finds.',
    ].join('\n'),
    documentMenu: 'Save a document',
  },
  expired: 'This search has expired. Use /search.',
};
