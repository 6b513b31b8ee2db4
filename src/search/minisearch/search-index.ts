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
import type { WordStatistics } from '../query/word-statistics.ts';
import type { WordCounts } from '../questions.ts';
import { createTermIndex, type TermIndex } from './term-index.ts';
import { openTexts } from './texts/open-texts.ts';
import type { ReadTexts } from './texts/read-texts.ts';
import type { TextState } from './texts/text-state.ts';
import { termsOfBoth, termsOfTexts } from './texts/text-terms.ts';

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
  /** The documents' texts: they may come later than all else. */
  readonly textState: TextState;
  /** Takes up what has become of the texts. */
  setTexts(read: Exclude<TextState, { kind: 'ready' }> | ReadTexts): void;
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
  const isDeliberate = deliberateWords(names);
  const wordsOfRecords = () => [
    ...terms.printedWords(),
    ...terms.terms.filter((term) => HAN.test(term)),
  ];
  let textState: TextState = { kind: 'none' };

  function open(read: ReadTexts): TextState {
    const texts = openTexts(read, documents);
    const words = () => [...wordsOfRecords(), ...read.words.toLearn()];
    const searched = (of: typeof termsOfBoth) => {
      const held = of(texts, terms, documents.length);
      return { terms: held, isDeliberate, otherNames: namesIn(held, names, spellings, words) };
    };
    return {
      kind: 'ready',
      texts: { ...texts, alone: searched(termsOfTexts), both: searched(termsOfBoth) },
    };
  }

  return {
    documents,
    forward,
    columns,
    titles,
    terms,
    otherNames: namesIn(terms, names, spellings, wordsOfRecords),
    isDeliberate,
    get textState() {
      return textState;
    },
    setTexts(read) {
      textState = 'kind' in read ? read : open(read);
    },
  };
}

/** The same, with words that count as they do in it and another archive together. */
export const besideOthers = (index: SearchIndex, others: WordCounts): SearchIndex => ({
  ...index,
  terms: index.terms.beside(others),
});

/** The ordinal of the document whose id was typed, in any case. */
export const ordinalTyped = ({ documents }: SearchIndex, typed: string): number | undefined =>
  documents.ordinalOf(typed.trim().toLowerCase());

export const documentsAt = (
  { documents }: Pick<SearchIndex, 'documents'>,
  ordinals: readonly number[],
): Document[] => ordinals.map(documents.at);

const HAN = /\p{sc=Han}/u;

/** The words are learned when names are first asked for, so that no start waits for it. */
function namesIn(
  statistics: WordStatistics,
  names: readonly Name[],
  spellings: Spellings,
  words: () => readonly string[],
): OtherNames {
  const otherNames = createOtherNames(names, statistics, spellings);
  let isLearned = false;
  return (text) => {
    if (!isLearned) {
      isLearned = true;
      spellings.learn(words());
    }
    return otherNames(text);
  };
}
