import type { Day } from '../../dates/historical-date.ts';
import { edgesOf, spansOf } from '../../dates/spans.ts';
import { countCollections } from '../collections.ts';
import type { Corpus } from '../corpus.ts';
import type { Coverage } from '../coverage.ts';
import type { Document } from '../document.ts';
import { type Duplicate, likelyDuplicates } from './duplicates.ts';
import { likelyPlaceholders, type Placeholder } from './placeholders.ts';

/** What a corpus holds, and what in it wants a look. */
export type CorpusReport = {
  documents: number;
  collections: Record<string, number>;
  /** Documents by the precision of their dates. */
  precisions: Record<string, number>;
  /** The first and the last day that a dated document can mean; null if none is dated. */
  span: { start: Day; end: Day } | null;
  /** Documents without any day, first or last. */
  undated: number;
  placeholders: readonly Placeholder[];
  duplicates: readonly Duplicate[];
  coverage: readonly Coverage[];
};

/** What is looked over of a corpus. */
type Listed = Pick<Corpus, 'documents' | 'coverage'>;

/** Looks a corpus over; nothing in it is changed. */
export function reportOn({ documents, coverage }: Listed): CorpusReport {
  const collections = countCollections(documents);
  const precisions = Map.groupBy(documents, ({ date }) => date.precision);
  return {
    documents: documents.length,
    collections: Object.fromEntries(collections.map(({ name, documents: count }) => [name, count])),
    precisions: Object.fromEntries(
      [...precisions].map(([precision, { length }]) => [precision, length]),
    ),
    span: spanOf(documents),
    undated: documents.filter(({ date }) => !date.start && !date.end).length,
    placeholders: likelyPlaceholders(documents),
    duplicates: likelyDuplicates(documents),
    coverage,
  };
}

function spanOf(documents: readonly Document[]): CorpusReport['span'] {
  const { from: start, to: end } = edgesOf(spansOf(documents));
  return start && end ? { start, end } : null;
}
