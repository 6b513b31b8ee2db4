import { createHash } from 'node:crypto';
import { sampleDocuments } from '../../index/sample-documents.ts';
import { createAnalyzer, stem } from '../../text/analysis.ts';
import { placeWords } from '../../text/placed-words.ts';
import { TEXTS_SCHEMA } from './schema.ts';

/** A digest of all that decides how texts are kept: the tables, and what becomes of a few texts. */
export function textsDigest(): string {
  const analyze = createAnalyzer(1000);
  const words = sampleDocuments().map(({ description }) =>
    placeWords(analyze(description)).map((word) => ({ ...word, stem: stem(word.word) })),
  );
  return createHash('sha256')
    .update(JSON.stringify([TEXTS_SCHEMA, words]))
    .digest('hex');
}
