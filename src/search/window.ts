import type { Document } from '../data/corpus/document.ts';
import type { Documents } from './answers.ts';
import type { Window } from './questions.ts';

/** What of a whole list stands in a window. */
export const within = <Item>(items: readonly Item[], { offset, limit }: Window): Item[] =>
  items.slice(offset, offset + limit);

export const windowOf = (documents: readonly Document[], window: Window): Documents => ({
  total: documents.length,
  documents: within(documents, window),
});
