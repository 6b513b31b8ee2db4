import type { Document } from '../data/document.ts';
import { type Term, terms } from './analysis.ts';
import { type LatentSpace, learnLatentSpace } from './latent/latent-space.ts';
import { type PackedPostings, packPostings } from './postings.ts';
import { textsBesideTitle } from './searched-text.ts';

/** What the documents' texts hold, as plain data that a file can keep. */
export type TermData = {
  postings: PackedPostings;
  /** Words as printed, folded, and how many documents hold each. */
  words: readonly string[];
  wordCounts: Uint32Array;
  /** What the documents show of which stems go together; undefined for too few documents. */
  latent: LatentSpace | undefined;
};

/** Indexes the documents by their place in the list. */
export function indexTerms(documents: readonly Document[]): TermData {
  const words = new Map<string, number>();
  const postings = packPostings(stemsOfEach(documents, words));
  return {
    postings,
    words: [...words.keys()],
    wordCounts: Uint32Array.from(words.values()),
    latent: learnLatentSpace(postings),
  };
}

/** The stems of a document that tell it apart, as often as it holds them; those of its title twice. */
export const documentStems = (document: Document): string[] =>
  documentTerms(document).map(({ stem }) => stem);

/** @param words counts what documents hold each word */
function* stemsOfEach(
  documents: readonly Document[],
  words: Map<string, number>,
): Generator<readonly string[]> {
  for (const document of documents) {
    const found = documentTerms(document);
    const held = new Set(found.flatMap(({ kind, word }) => (kind === 'word' ? word : [])));
    for (const word of held) words.set(word, (words.get(word) ?? 0) + 1);
    yield found.map(({ stem }) => stem);
  }
}

function documentTerms(document: Document): Term[] {
  const ofTitle = terms(document.title);
  const others = textsBesideTitle(document).flatMap(terms);
  return [...ofTitle, ...ofTitle, ...others].filter(({ kind }) => kind !== 'stop word');
}
