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
import { readsByItself } from '../../text/word.ts';
import { FIELDS } from '../mapping.ts';
import { asTokens } from '../tokens.ts';
import { dateFields } from './date-fields.ts';
import { identityFields } from './identity-fields.ts';
import type { Lexicon, TermEntry } from './lexicon.ts';
import { weighed } from './weighed-terms.ts';

/** What a document's fields depend on beside itself. */
export type Surroundings = {
  /** How many documents before it, in the order of their ids, have the same words as a title. */
  repeats: number;
  /** Where it stands in the corpus. */
  position: number;
  /** How many different terms documents hold on average. */
  meanLength: number;
};

/** A document taken apart. */
export type Analysed = {
  /** Its fields, but for the vector. */
  fields: Record<string, unknown>;
  /** The terms that it holds, with their counts until the next document. */
  terms: readonly TermEntry[];
};

/** Longer titles, and titles repeated more often, are ranked like these. */
const LONGEST_TITLE = 2 ** 12 - 1;
const MOST_REPEATED = 2 ** 17 - 1;
/** Longer values are no longer told apart by what follows. */
const LONGEST_VALUE = 2000;

/** What OpenSearch is given of a document to find it by. Its words are counted in the lexicon. */
export function analyse(
  document: Document,
  { repeats, position, meanLength }: Surroundings,
  analyze: typeof terms,
  lexicon: Lexicon,
): Analysed {
  const number = lexicon.nextDocument();
  const held: TermEntry[] = [];
  const words: string[] = [];
  const byField = new Map<string, { words: string[]; stems: Set<string> }>();
  let titleWords: string[] = [];
  let titleTerms: string[] = [];
  for (const { field, text } of searchedTexts(document)) {
    const worth = field === 'title' ? IN_TITLE : 1;
    const own: string[] = [];
    const stems: string[] = [];
    const all: string[] = [];
    for (const { kind, word, stem } of analyze(text)) {
      const entry = lexicon.entryOf(word, stem);
      const isJoined = !readsByItself({ kind });
      all.push(entry.token);
      if (!isJoined) own.push(entry.token);
      if (kind === 'stop word') continue;
      if (!isJoined && entry.last !== number) {
        entry.last = number;
        entry.documents += 1;
      }
      const { term } = entry;
      stems.push(term.token);
      if (term.count === 0) held.push(term);
      term.count += worth;
    }
    const asText = own.join(' ');
    words.push(asText);
    if (field === 'title') [titleWords, titleTerms] = [own, all];
    if (field === 'any') continue;
    const known = byField.get(field) ?? { words: [], stems: new Set() };
    known.words.push(asText);
    for (const stem of stems) known.stems.add(stem);
    byField.set(field, known);
  }
  const norm = lengthNorm(held.length, meanLength);
  const fields = {
    id: document.id,
    position,
    stems: weighed(held, ({ count }) => count, norm),
    words,
    ...Object.fromEntries(
      FIELDS.flatMap((field) => {
        const found = byField.get(field);
        if (!found) return [];
        return [
          [`words_${field}`, found.words],
          [`stems_${field}`, [...found.stems].join(' ')],
        ];
      }),
    ),
    title_terms: [...new Set(titleTerms)].join(' '),
    title_words: clipped(titleWords.join(' ')),
    title_rank: titleRank(document, repeats),
    title_share: 1 + 1 / (titleTerms.length || 1),
    title_folded: foldedTitle(document.title),
    ...identityFields(document),
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
  for (const term of held) term.documents += 1;
  return { fields, terms: held };
}

/** The words of a title as one value, by whose order titles are in that of the alphabet. */
export const titleKey = (words: readonly string[]): string => clipped(asTokens(words));

const clipped = (key: string): string =>
  key.length <= LONGEST_VALUE ? key : key.slice(0, LONGEST_VALUE).toWellFormed();

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
