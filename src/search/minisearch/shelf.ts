import type { Document } from '../../data/corpus/document.ts';
import { compareText } from '../../data/dates/compare.ts';
import { forgetReadings } from '../text/analysis.ts';
import { type Alike, createAlike } from './alike.ts';
import { type Columns, indexColumns } from './columns.ts';
import { type Deliberate, deliberateWords } from './deliberate.ts';
import { indexTerms, type TermData } from './index-terms.ts';
import type { Name } from './names/authority.ts';
import { createOtherNames, type OtherNames } from './names/other-names.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';
import { indexTitles, type Titles } from './titles.ts';

/** The documents by id, with what they are found by. A document's place is that in this order. */
export type Shelf = {
  documents: readonly Document[];
  columns: Columns;
  index: TermIndex;
  titles: Titles;
  otherNames: OtherNames;
  alike: Alike;
  /** Which words that the corpus lacks are no slips. */
  isDeliberate: Deliberate;
  /** The place of the document of that id, in any case. */
  placeOf(id: string): number | undefined;
};

/** What documents are found by, as plain data that a file can keep. */
export type Indexed = { terms: TermData; titles: Titles; columns: Columns };

/** The documents in the order of their places. */
export const inPlaces = (documents: readonly Document[]): Document[] =>
  documents.toSorted((a, b) => compareText(a.id, b.id));

/** @param documents in the order of their places */
export function indexDocuments(documents: readonly Document[]): Indexed {
  const indexed = {
    terms: indexTerms(documents),
    titles: indexTitles(documents.map(({ title }) => title)),
    columns: indexColumns(documents),
  };
  forgetReadings();
  return indexed;
}

/**
 * Opens what has been indexed for questions.
 * @param documents in the order of their places
 * @param names what persons and places are also called
 */
export function fillShelf(
  documents: readonly Document[],
  { terms, titles, columns }: Indexed,
  names: readonly Name[],
): Shelf {
  const places = new Map(documents.map(({ id }, place) => [id, place]));
  const index = createTermIndex(terms);
  return {
    documents,
    columns,
    index,
    otherNames: createOtherNames(names, index),
    alike: createAlike(documents),
    isDeliberate: deliberateWords(names),
    titles,
    placeOf: (id) => places.get(id.trim().toLowerCase()),
  };
}

export const documentsAt = ({ documents }: Shelf, places: readonly number[]): Document[] =>
  places.flatMap((place) => documents[place] ?? []);
