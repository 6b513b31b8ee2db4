import { hash } from 'node:crypto';

/** Lucene takes no longer terms than 32,766 bytes, and nobody types a longer word than this. */
const LONGEST = 200;

/** A word as it stands in the index: a very long one by its beginning and a digest. */
export const asToken = (word: string): string =>
  word.length <= LONGEST ? word : `${word.slice(0, 50).toWellFormed()}#${hash('sha1', word)}`;

/** Words as a text that OpenSearch takes apart at the blanks. */
export const asTokens = (words: readonly string[]): string => words.map(asToken).join(' ');

/** A word that takes two places, as it stands in the first and in the second of them. */
export const beginning = (token: string): string => `${token}<`;
export const ending = (token: string): string => `${token}>`;

/** A word of the next page, as it stands after those of a page. */
export const ofNextPage = (token: string): string => `${token}~`;
