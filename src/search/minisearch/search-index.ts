import type { Document } from '../../data/corpus/document.ts';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import type { Columns } from '../index/columns.ts';
import type { ForwardIndex } from '../index/forward-index.ts';
import type { IndexData } from '../index/index-documents.ts';
import type { Titles } from '../index/titles.ts';
import type { Name } from '../names/authority.ts';
import { createOtherNames, type OtherNames } from '../names/other-names.ts';
import { createSpellings, type Spellings } from '../names/spellings.ts';
import { type Deliberate, deliberateWords } from '../query/deliberate.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';

/** Documents, and all that they are found by. */
export type SearchIndex = {
  documents: PackedDocuments;
  forward: ForwardIndex;
  columns: Columns;
  titles: Titles;
  terms: TermIndex;
  otherNames: OtherNames;
  /** Which words that the corpus lacks are meant as they are typed. */
  isDeliberate: Deliberate;
};

/**
 * Opens what has been indexed for questions.
 * @param names what persons and places are also called
 * @param spellings that an earlier index of the same documents has learned
 */
export function openIndex(
  documents: PackedDocuments,
  data: IndexData,
  names: readonly Name[],
  spellings: Spellings = createSpellings(),
): SearchIndex {
  const { forward, columns, titles } = data;
  const terms = createTermIndex(data, documents);
  return {
    documents,
    forward,
    columns,
    titles,
    terms,
    otherNames: namesIn(terms, names, spellings),
    isDeliberate: deliberateWords(names),
  };
}

/** The ordinal of the document whose id was typed, in any case. */
export const ordinalTyped = ({ documents }: SearchIndex, typed: string): number | undefined =>
  documents.ordinalOf(typed.trim().toLowerCase());

export const documentsAt = (
  { documents }: Pick<SearchIndex, 'documents'>,
  ordinals: readonly number[],
): Document[] => ordinals.map(documents.at);

const HAN = /\p{sc=Han}/u;

/** The words are learned when names are first asked for, so that no start waits for it. */
function namesIn(terms: TermIndex, names: readonly Name[], spellings: Spellings): OtherNames {
  const otherNames = createOtherNames(names, terms, spellings);
  let isLearned = false;
  return (text) => {
    if (!isLearned) {
      isLearned = true;
      spellings.learn(terms.printedWords());
      spellings.learn(terms.terms.filter((term) => HAN.test(term)));
    }
    return otherNames(text);
  };
}
