import { differingFields } from '../../data/corpus/differing-fields.ts';
import type { Document } from '../../data/corpus/document.ts';
import type { Archive } from '../../search/archive.ts';

/** A document that somebody wants to add, with the id under which a corpus would hold the same. */
export type Candidate = { document: Document; idInCorpus: string };

/** What an archive has already of some documents. */
export type HereAlready = {
  /** The document that is there. */
  document: Document;
  /** In what it differs from the one that is to be added; nothing if both say the same. */
  differs: readonly string[];
};

/**
 * Which of some documents an archive has, in the corpus or added, by the ids that they would have there.
 * @returns by the ids that the candidates would be added under
 */
export async function findHereAlready(
  candidates: readonly Candidate[],
  archive: Pick<Archive, 'documents'>,
): Promise<ReadonlyMap<string, HereAlready>> {
  const idsOf = ({ document, idInCorpus }: Candidate) => [idInCorpus, document.id];
  const found = await archive.documents([...new Set(candidates.flatMap(idsOf))]);
  const loaded = new Map(found.map((document) => [document.id, document]));
  const here = new Map<string, HereAlready>();
  for (const candidate of candidates) {
    const known = idsOf(candidate)
      .flatMap((id) => loaded.get(id) ?? [])
      .map((document) => ({ document, differs: differingFields(document, candidate.document) }));
    const [nearest] = known.toSorted((a, b) => a.differs.length - b.differs.length);
    if (nearest) here.set(candidate.document.id, nearest);
  }
  return here;
}
