import type { Corpus } from './corpus.ts';
import type { Document } from './document.ts';

/**
 * What was found, each with its document, in its order and each document once; what is not loaded
 * is passed over.
 */
export function withDocuments<Found extends { id: string }>(
  { byId }: Pick<Corpus, 'byId'>,
  found: readonly Found[],
): (Found & { document: Document })[] {
  const firsts = new Map(found.toReversed().map((one) => [one.id, one]));
  return found.flatMap((one) => {
    const document = byId.get(one.id);
    return document && firsts.get(one.id) === one ? [{ ...one, document }] : [];
  });
}

/** The documents alone. */
export const documentsOf = (
  corpus: Pick<Corpus, 'byId'>,
  found: readonly { id: string }[],
): Document[] => withDocuments(corpus, found).map(({ document }) => document);
