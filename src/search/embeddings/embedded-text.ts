import type { Document } from '../../data/corpus/document.ts';

/** About 400 tokens of English: many small models read no more than 512, and some refuse longer texts. */
const MOST_CHARACTERS = 1600;

/** What a model is given of a document: its title and the beginning of its description. */
export const embeddedText = ({ title, description }: Document): string =>
  [title, description]
    .map((text) => text.trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, MOST_CHARACTERS)
    .toWellFormed();

/** What a model is given of a question. */
export const embeddedQuestion = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS).toWellFormed();
