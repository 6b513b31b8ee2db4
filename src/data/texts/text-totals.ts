/** How much text there is: how many documents have one, and of how many pages and words. */
export type TextTotals = { documents: number; pages: number; words: number };

/** `840 documents, 1,507 pages, 344,974 words`. */
export const formatTotals = ({ documents, pages, words }: TextTotals): string =>
  [count(documents, 'document'), count(pages, 'page'), count(words, 'word')].join(', ');

const count = (number: number, what: string): string =>
  `${number.toLocaleString('en-US')} ${what}${number === 1 ? '' : 's'}`;
