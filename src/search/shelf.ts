import { compareText } from '../data/date/compare.ts';
import type { Document } from '../data/document.ts';
import type { Found } from './order.ts';
import { createTermIndex, type Scores, type TermIndex } from './term-index.ts';
import { indexTitles, type Titles } from './titles.ts';

/** The documents by id, with what they are found by. A document's place is that in this order. */
export type Shelf = {
  documents: readonly Document[];
  index: TermIndex;
  titles: Titles;
  /** The place of the document of that id, in any case. */
  placeOf(id: string): number | undefined;
};

/** Indexes the documents, given in any order. */
export function fillShelf(unordered: readonly Document[]): Shelf {
  const documents = unordered.toSorted((a, b) => compareText(a.id, b.id));
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  return {
    documents,
    index: createTermIndex(documents),
    titles: indexTitles(documents.map(({ title }) => title)),
    placeOf: (id) => places.get(id.trim().toLowerCase()),
  };
}

/** The documents that have a score. */
export const fetchScored = ({ documents }: Shelf, scores: Scores): Found[] =>
  [...scores].flatMap(([place, score]) => {
    const document = documents[place];
    return document ? [{ document, place, score }] : [];
  });
