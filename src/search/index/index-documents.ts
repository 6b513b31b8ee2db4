import { NEW } from '../../data/corpus/check-lines.ts';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import {
  extendLatentSpace,
  isEnoughToLearn,
  isOutgrown,
  type LatentSpace,
  learnLatentSpace,
} from '../latent/latent-space.ts';
import { changeTerms } from './change-terms.ts';
import { type Columns, createColumnsWriter } from './columns.ts';
import { contentHash } from './content-hash.ts';
import { createForwardWriter, type ForwardIndex } from './forward-index.ts';
import { indexTerms } from './index-terms.ts';
import { runsOf } from './ordinals-now.ts';
import type { Postings } from './postings.ts';
import { indexTitles, type Titles } from './titles.ts';

/** What documents are found by, as plain data that a file can keep. */
export type IndexData = {
  /** Of each document that of its line. */
  lineHashes: Float64Array;
  forward: ForwardIndex;
  columns: Columns;
  postings: Postings;
  titles: Titles;
  /** What the documents show of which words go together; undefined for too few documents. */
  latent: LatentSpace | undefined;
};

/** The index of an earlier corpus, and of each document its ordinal in that, or `NEW`. */
export type Earlier = { data: IndexData; earlierOrdinals: Int32Array };

/** Whether too much has changed for the latent space to stay as it was learned. */
export const isLearnedAnew = ({ data, earlierOrdinals }: Earlier): boolean =>
  data.latent === undefined
    ? isEnoughToLearn(earlierOrdinals.length)
    : isOutgrown(data.latent, earlierOrdinals);

/**
 * Indexes documents. Those that an earlier index holds are copied from it, and only the others read:
 * what comes of it is the same, but for the latent space, whose directions stay as they were learned
 * while little is new.
 * @param learns whether to learn which words go together, which takes longer than all the rest
 */
export function indexDocuments(
  documents: PackedDocuments,
  earlier?: Earlier,
  learns = true,
): IndexData {
  const { length } = documents;
  const before = earlier?.data;
  const earlierOrdinals = earlier?.earlierOrdinals ?? new Int32Array(length).fill(NEW);
  const lineHashes = new Float64Array(length);
  const forwardWriter = createForwardWriter(before?.forward);
  const dateOf = (ordinal: number) => documents.at(ordinal).date;
  const columnsWriter = createColumnsWriter(length, dateOf, before?.columns);
  for (const { ordinal, earlier: from, length: count } of runsOf(earlierOrdinals)) {
    if (!before || from === NEW) {
      const document = documents.at(ordinal);
      lineHashes[ordinal] = contentHash(documents.lineAt(ordinal));
      forwardWriter.add(document);
      columnsWriter.add(document);
    } else {
      lineHashes.set(before.lineHashes.subarray(from, from + count), ordinal);
      forwardWriter.copy(from, count);
      columnsWriter.copy(from, count);
    }
  }
  const forward = forwardWriter.written();
  const columns = columnsWriter.written();
  const { postings, termBefore } = earlier
    ? changeTerms(forward, earlier)
    : { postings: indexTerms(forward), termBefore: undefined };
  const titles = indexTitles(
    forward,
    columns.titleLengths,
    earlier && { alphabet: earlier.data.titles.alphabet, ...earlier },
  );
  const latent =
    earlier && before?.latent && termBefore && !isLearnedAnew(earlier)
      ? extendLatentSpace(before.latent, forward, postings, termBefore, earlier.earlierOrdinals)
      : learns
        ? learnLatentSpace(forward, postings)
        : undefined;
  return { lineHashes, forward, columns, postings, titles, latent };
}
