import { count, countDocuments } from './count.ts';

/** Passages of texts, and where they stand. Questions, titles and pages come escaped. */
export const passageWords = {
  title: (question: string) => `Passages: ${question}`,
  /** How many passages there are, from how many of the documents that are loaded. */
  counted: (passages: number, documents: number, loaded: number) => {
    const of = `from ${count(documents)} of ${countDocuments(loaded)}`;
    return passages === 1
      ? `1 passage ${of}; read it, it is not a summary`
      : `${count(passages)} passages ${of}; read them, they are not a summary`;
  },
  inDocument: (words: string) => `For “${words}”:`,
  noneInDocument: (words: string) => `Its text has none of the words of “${words}”.`,
};

/** How a text came about. */
const KINDS = {
  edition: 'edition',
  transcript: 'transcript',
  translation: 'translation',
  ocr: 'OCR',
};
type Kind = keyof typeof KINDS;

/** Pages of a text, each by what is printed on it, or else by its number. */
export const pageWords = {
  numbered: (page: number) => `page ${page}`,
  one: (page: string, kind: Kind) => `${page}, ${KINDS[kind]}`,
  several: (first: string, last: string, kind: Kind) => `${first} to ${last}, ${KINDS[kind]}`,
  severalOfTwoKinds: (first: string, firstKind: Kind, last: string, lastKind: Kind) =>
    `${first}, ${KINDS[firstKind]}, to ${last}, ${KINDS[lastKind]}`,
};

/** Why no text answers a question. Commands come as they are typed. */
export const noPassagesWords = {
  title: 'No passages',
  noTexts: 'This archive holds no texts, only records: there is nothing to take passages from.',
  addTexts: 'Whoever runs it can add texts: `npm run import -- … --texts FOLDER`.',
  noneFor: (question: string) =>
    `No passage was found for ${question} in the texts that are loaded.`,
  /** What there is without what the question was narrowed to. */
  without: (filters: string, passages: number, command: string) => {
    const found = passages === 1 ? '1 passage was found' : `${count(passages)} passages were found`;
    return `Without “${filters}” ${found}: ${command}.`;
  },
  searchFinds: (command: string, documents: number) =>
    `${command} finds ${countDocuments(documents)} by what is said about them.`,
  searchTells: (command: string) => `${command} says which of these words are in no document.`,
};

/** Passages of one document’s text. */
export const documentPassageWords = {
  /**
   * @param place of those on this page among the pages that have the words: `1-5 of 12`; undefined for none
   * @param inAll pages of the text
   */
  footer: (place: string | undefined, inAll: number) => {
    const ofAll = inAll === 1 ? 'of 1 page in all' : `of ${count(inAll)} pages in all`;
    return place === undefined ? ofAll : `${place} pages with these words, ${ofAll}`;
  },
  otherWords: 'Other words',
  source: 'Source',

  form: {
    title: 'Passages',
    label: 'Words or “a phrase”',
    description: (title: string) => `Looked for in the text of “${title}”`,
  },
  noWords: 'Type some words to look for.',
};
