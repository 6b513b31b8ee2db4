import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import { createForwardWriter } from '../../index/forward-index.ts';
import { indexTerms } from '../../index/index-terms.ts';
import { learnLatentSpace } from '../../latent/latent-space.ts';
import { idfOf } from '../../ranking/idf.ts';
import type { TextPlace } from './text-places.ts';
import { meanTextLength } from './text-survey.ts';

/** What must be known of a corpus before its first document can be indexed. */
export type Survey = {
  /** How many different terms documents hold on average. */
  meanLength: number;
  /** How many different words texts have on average; 0 where there are none. */
  meanTextLength: number;
  /** Which words go together; undefined for too few documents. */
  space: Space | undefined;
};

/** The directions in which a corpus's words vary together (see `learnLatentSpace`). */
export type Space = {
  width: number;
  /** Terms, each with a row of the directions and how much it tells. */
  terms: readonly string[];
  directions: Float32Array;
  idfs: Float32Array;
};

/** Smaller corpora are surveyed whole, and then just what the embedded archive knows is known. */
const SMALL = 20_000;
/** Of larger ones, as many documents as the directions are learned from. */
const LOOKED_AT = 5000;

/** Surveys a corpus by documents and texts that lie evenly in it. */
export async function survey(
  documents: PackedDocuments,
  texts: readonly TextPlace[],
): Promise<Survey> {
  return { ...surveyRecords(documents), meanTextLength: await meanTextLength(texts) };
}

function surveyRecords(documents: PackedDocuments): Omit<Survey, 'meanTextLength'> {
  const isSmall = documents.length <= SMALL;
  const step = isSmall ? 1 : Math.ceil(documents.length / LOOKED_AT);
  const writer = createForwardWriter();
  for (let ordinal = 0; ordinal < documents.length; ordinal += step) {
    writer.add(documents.at(ordinal));
  }
  const forward = writer.written();
  const postings = indexTerms(forward);
  const { lengths, starts } = postings;
  const looked = lengths.length;
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / (looked || 1);
  const latent = learnLatentSpace(forward, postings);
  if (!latent) return { meanLength, space: undefined };
  const { width, rows, directions } = latent;
  const terms: string[] = [];
  const idfs = new Float32Array(directions.length / width);
  for (const [number, row] of rows.entries()) {
    if (row >= idfs.length) continue;
    terms[row] = postings.terms[number] ?? '';
    idfs[row] = idfOf((starts[number + 1] ?? 0) - (starts[number] ?? 0), looked);
  }
  return { meanLength, space: { width, terms, directions, idfs } };
}
