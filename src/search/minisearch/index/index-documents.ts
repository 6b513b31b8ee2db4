import { NEW } from '../../../data/corpus/check-lines.ts';
import type { Records } from '../../../data/corpus/records.ts';
import { extendLatentSpace, type LatentSpace, learnLatentSpace } from '../latent/latent-space.ts';
import { changeTerms } from './change-terms.ts';
import { type Columns, createColumnsWriter } from './columns.ts';
import { fingerprint } from './fingerprint.ts';
import { createForwardWriter, type ForwardIndex } from './forward-index.ts';
import { indexTerms } from './index-terms.ts';
import type { Postings } from './postings.ts';
import { indexTitles, type Titles } from './titles.ts';

/** What documents are found by, as plain data that a file can keep. */
export type IndexData = {
  /** Of each document that of its line. */
  fingerprints: Float64Array;
  forward: ForwardIndex;
  columns: Columns;
  postings: Postings;
  titles: Titles;
  /** What the documents show of which words go together; undefined for too few documents. */
  latent: LatentSpace | undefined;
};

/** The index of an earlier corpus, and of each document its ordinal in that, or `NEW`. */
export type Earlier = { data: IndexData; origins: Int32Array };

/**
 * Indexes documents. Those that an earlier index holds are copied from it, and only the others read:
 * what comes of it is the same, but for the latent space, whose directions stay those that were learned.
 */
export function indexDocuments(records: Records, earlier?: Earlier): IndexData {
  const { length } = records;
  const before = earlier?.data;
  const fingerprints = new Float64Array(length);
  const forwardWriter = createForwardWriter(before?.forward);
  const dateOf = (ordinal: number) => records.at(ordinal).date;
  const columnsWriter = createColumnsWriter(length, dateOf, before?.columns);
  for (let ordinal = 0; ordinal < length; ordinal += 1) {
    const origin = earlier?.origins[ordinal] ?? NEW;
    if (origin === NEW) {
      const document = records.at(ordinal);
      fingerprints[ordinal] = fingerprint(records.lineAt(ordinal));
      forwardWriter.add(document);
      columnsWriter.add(document);
    } else {
      fingerprints[ordinal] = before?.fingerprints[origin] ?? 0;
      forwardWriter.copy(origin);
      columnsWriter.copy(origin);
    }
  }
  const forward = forwardWriter.written();
  const columns = columnsWriter.written();
  const postings = earlier ? changeTerms(forward, earlier) : indexTerms(forward);
  const titles = indexTitles(forward, columns.titleLengths);
  const latent =
    earlier && before?.latent
      ? extendLatentSpace(before.latent, before.postings.terms, forward, postings, earlier.origins)
      : learnLatentSpace(postings);
  return { fingerprints, forward, columns, postings, titles, latent };
}
