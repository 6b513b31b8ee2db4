import type { Document } from '../../data/corpus/document.ts';
import { stem, terms } from '../text/analysis.ts';
import { searchedTexts } from '../text/searched-text.ts';
import { createForwardWriter, type ForwardIndex } from './forward-index.ts';
import { type LatentSpace, learnLatentSpace } from './latent/latent-space.ts';
import { type PackedPostings, packPostings } from './postings.ts';

/** What the documents' texts hold, as plain data that a file can keep. */
export type TermData = {
  postings: PackedPostings;
  forward: ForwardIndex;
  /** How many documents print each word of the forward index's dictionary; 0 for what is no word. */
  wordCounts: Uint32Array;
  /** What the documents show of which stems go together; undefined for too few documents. */
  latent: LatentSpace | undefined;
};

/** Indexes the documents by their place in the list. */
export function indexTerms(documents: readonly Document[]): TermData {
  const counts = new Map<string, number>();
  const writer = createForwardWriter();
  const postings = packPostings(stemsOfEach(documents, writer, counts));
  const numbers = new Map(postings.terms.map((term, number) => [term, number]));
  const forward = writer.index((word) => numbers.get(stem(word)));
  return {
    postings,
    forward,
    wordCounts: Uint32Array.from(forward.dictionary, (word) => counts.get(word) ?? 0),
    latent: learnLatentSpace(postings),
  };
}

/** The stems of a document that tell it apart, as often as it holds them; those of its title twice. */
export const documentStems = (document: Document): string[] =>
  searchedTexts(document).flatMap(({ field, text }) =>
    terms(text).flatMap(({ kind, stem }) => {
      if (kind === 'stop word') return [];
      return field === 'title' ? [stem, stem] : stem;
    }),
  );

/** @param counts of the documents that print each word */
function* stemsOfEach(
  documents: readonly Document[],
  writer: ReturnType<typeof createForwardWriter>,
  counts: Map<string, number>,
): Generator<readonly string[]> {
  for (const document of documents) {
    const printed = new Set<string>();
    const stems: string[] = [];
    for (const { field, text } of searchedTexts(document)) {
      const found = terms(text);
      writer.text(field, found);
      for (const { kind, word, stem } of found) {
        if (kind === 'word') printed.add(word);
        if (kind === 'stop word') continue;
        stems.push(stem);
        if (field === 'title') stems.push(stem);
      }
    }
    writer.end();
    for (const word of printed) counts.set(word, (counts.get(word) ?? 0) + 1);
    yield stems;
  }
}
