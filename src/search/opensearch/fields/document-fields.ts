import type { Document } from '../../../data/corpus/document.ts';
import { peopleOf } from '../../index/columns.ts';
import { contentHash } from '../../index/content-hash.ts';
import { lookOf } from '../../index/looks.ts';
import { foldCollection } from '../../query/filter.ts';
import { lengthNorm } from '../../ranking/bm25.ts';
import { shows } from '../../ranking/example.ts';
import type { terms } from '../../text/analysis.ts';
import { searchedTexts } from '../../text/searched-text.ts';
import { IN_TITLE } from '../../text/term-counts.ts';
import { FIELDS, TERM_SCALE } from '../mapping.ts';
import { asToken, asTokens } from '../tokens.ts';
import { dateFields } from './date-fields.ts';

/** What a document's fields depend on beside itself. */
export type Surroundings = {
  /** How many documents before it, in the order of their ids, have the same words as a title. */
  repeats: number;
  /** Where it stands in the corpus. */
  position: number;
  /** How many different terms documents hold on average. */
  meanLength: number;
};

/** A document taken apart: its fields but for the vector, and what the index of words counts. */
export type Analysed = {
  fields: Record<string, unknown>;
  /** The terms that it holds, and how often. */
  counts: ReadonlyMap<string, number>;
  /** The words that it prints, without stop words. */
  printed: ReadonlySet<string>;
};

/** Longer titles, and titles repeated more often, are ranked like these. */
const LONGEST_TITLE = 2 ** 12 - 1;
const MOST_REPEATED = 2 ** 17 - 1;
/** The most that a term may count; Lucene adds up what all of a document count. */
const MOST_COUNTED = 2 ** 24;
/** Stands for the terms of a document that has none, so that it is counted among all. */
const NO_TERM = '-|1';
/** Longer values are no longer told apart by what follows. */
const LONGEST_VALUE = 2000;

/** What OpenSearch is given of a document to find it by. */
export function analyse(
  document: Document,
  { repeats, position, meanLength }: Surroundings,
  analyze: typeof terms,
): Analysed {
  const counts = new Map<string, number>();
  const printed = new Set<string>();
  const words: string[] = [];
  const byField = new Map<string, { words: string[]; stems: Set<string> }>();
  let titleWords: string[] = [];
  let titleTerms: string[] = [];
  for (const { field, text } of searchedTexts(document)) {
    const own: string[] = [];
    const stems: string[] = [];
    const all: string[] = [];
    for (const { kind, word, stem } of analyze(text)) {
      all.push(word);
      const isJoined = kind === 'pair' || kind === 'compound';
      if (!isJoined) own.push(word);
      if (kind === 'stop word') continue;
      if (!isJoined) printed.add(word);
      stems.push(stem);
      counts.set(stem, (counts.get(stem) ?? 0) + (field === 'title' ? IN_TITLE : 1));
    }
    const asText = asTokens(own);
    words.push(asText);
    if (field === 'title') [titleWords, titleTerms] = [own, all];
    if (field === 'any') continue;
    const known = byField.get(field) ?? { words: [], stems: new Set() };
    known.words.push(asText);
    for (const stem of stems) known.stems.add(stem);
    byField.set(field, known);
  }
  const norm = lengthNorm(counts.size, meanLength);
  const fields = {
    id: document.id,
    position,
    stems: weighed(counts, norm),
    words,
    ...Object.fromEntries(
      FIELDS.flatMap((field) => {
        const found = byField.get(field);
        if (!found) return [];
        return [
          [`words_${field}`, found.words],
          [`stems_${field}`, asTokens([...found.stems])],
        ];
      }),
    ),
    title_terms: asTokens([...new Set(titleTerms)]),
    title_words: titleKey(titleWords),
    title_rank: titleRank(document, repeats),
    title_share: 1 + 1 / (titleTerms.length || 1),
    title_folded: foldedTitle(document.title),
    look: lookOf(document),
    collection: document.collection,
    collection_folded: foldCollection(document.collection),
    people: peopleOf(document),
    kinds: document.type ?? undefined,
    languages: document.languages ?? undefined,
    rights: document.rights ?? undefined,
    ...dateFields(document.date),
    draw: drawOf(document.id),
    shows: shows(document),
  };
  return { fields, counts, printed };
}

const weighed = (counts: ReadonlyMap<string, number>, norm: number): string => {
  let text = '';
  for (const [stem, count] of counts) {
    const weight = Math.max(1, Math.min(Math.round((TERM_SCALE * count) / norm), MOST_COUNTED));
    text += `${asToken(stem)}|${weight} `;
  }
  return text || NO_TERM;
};

/** The words of a title as one value, by whose order titles are in that of the alphabet. */
export const titleKey = (words: readonly string[]): string => {
  const key = asTokens(words);
  return key.length <= LONGEST_VALUE ? key : `${key.slice(0, LONGEST_VALUE).toWellFormed()}`;
};

/** A title in any case, as a number. */
export const foldedTitle = (title: string): number => contentHash(title.trim().toLowerCase());

/** First the titles that repeat no other, then the shorter ones, of which words typed say more. */
const titleRank = ({ title }: Document, repeats: number): number =>
  Math.min(repeats, MOST_REPEATED) * (LONGEST_TITLE + 1) + Math.min(title.length, LONGEST_TITLE);

/** How many titles one repeats, by its rank. */
export const repeatsIn = (rank: number): number => Math.floor(rank / (LONGEST_TITLE + 1));

/** Numbers from 0 up to this, in which documents lie without any order. */
export const DRAWS = 2 ** 32;
const drawOf = (id: string): number => contentHash(id) % DRAWS;
