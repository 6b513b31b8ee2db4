import { compareText } from '../data/date/compare.ts';
import type { Document } from '../data/document.ts';
import type { Name } from './names/authority.ts';
import { createOtherNames, type OtherNames } from './names/other-names.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';
import { indexTitles, type Titles } from './titles.ts';

/** The documents by id, with what they are found by. A document's place is that in this order. */
export type Shelf = {
  documents: readonly Document[];
  index: TermIndex;
  titles: Titles;
  otherNames: OtherNames;
  /** The place of the document of that id, in any case. */
  placeOf(id: string): number | undefined;
};

/**
 * Indexes the documents, given in any order.
 * @param names what persons and places are also called
 */
export function fillShelf(unordered: readonly Document[], names: readonly Name[]): Shelf {
  const documents = unordered.toSorted((a, b) => compareText(a.id, b.id));
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const index = createTermIndex(documents);
  return {
    documents,
    index,
    otherNames: createOtherNames(names, index),
    titles: indexTitles(documents.map(({ title }) => title)),
    placeOf: (id) => places.get(id.trim().toLowerCase()),
  };
}

/** The places whose documents pass a test. */
export const placesThat = (
  { documents }: Shelf,
  places: readonly number[],
  passes: (document: Document, place: number) => boolean,
): number[] =>
  places.filter((place) => {
    const document = documents[place];
    return document !== undefined && passes(document, place);
  });

export const documentsAt = ({ documents }: Shelf, places: readonly number[]): Document[] =>
  places.flatMap((place) => documents[place] ?? []);
