import { type PrintedWords, readPrintedWords } from './printed-words.ts';
import type { TextDatabase } from './schema.ts';

/** Texts that have been read, whatever documents they are opened for. */
export type ReadTexts = { database: TextDatabase; words: PrintedWords };

export const asReadTexts = (database: TextDatabase): ReadTexts => ({
  database,
  words: readPrintedWords(database),
});
