import { count, listNamed } from './count.ts';

/** How a question was read, and what was searched. Words and names come escaped, some in italics. */
export const questionWords = {
  /** `filters` is empty where there are none. */
  quoted: (question: string, filters: string) =>
    filters ? `“${question}” (${filters})` : `“${question}”`,
  lacksTexts:
    'Only records were searched: the texts are still being read, or can’t be read right now.',
  readAs: (parts: readonly string[]) => `Read as: ${parts.join(' · ')}.`,
  alsoSearched: (names: readonly string[], more: number) =>
    `Also searched: ${listNamed(names, more)}.`,
  inNoDocument: (words: readonly string[], more: number) =>
    `In no document: ${listNamed(words, more)}.`,
  didYouMean: (spellings: readonly string[]) => `Did you mean ${spellings.join(', ')}?`,
  searchedInstead: (used: string, typed: string) =>
    `Searched for *${used}* instead of *${typed}*, which is in no document.`,
  moreSearchedInstead: (words: number) =>
    words === 1
      ? 'So was 1 more word that is in no document.'
      : `So were ${count(words)} more words that are in no document.`,
  /** A model had no part in the answer. */
  byWordsAlone: {
    unreachable: 'by words alone: the model can’t be reached',
    busy: 'by words alone: the model is busy',
    late: 'by words alone: the model didn’t answer in time',
    refused: 'by words alone: the model refused the question',
    senseless: 'by words alone: the model’s answer makes no sense',
  },
};

/** What a question demands beside its words; plain text. */
export const demandWords = {
  prose: 'prose, its quotation marks and signs as words',
  phrase: (words: string) => `“${words}”`,
  anyOf: (conditions: readonly string[]) => conditions.join(' or '),
  without: (condition: string) => `without ${condition}`,
  notADate: (typed: string) => `“${typed}” as words: it isn’t a date`,
};

/** How many links of a question lead to documents. */
export const linkWords = {
  one: (isHeld: boolean) => (isHeld ? '1 link, in the archive.' : '1 link, not in the archive.'),
  none: (links: number) => `${count(links)} links, none of them in the archive.`,
  all: (links: number) => `${count(links)} links, all of them in the archive.`,
  some: (links: number, held: number, missing: readonly string[], more: number) =>
    `${count(links)} links, ${count(held)} of them in the archive. Not in the archive: ${listNamed(missing, more)}.`,
};
