import type { Corpus } from './corpus.ts';
import type { Document } from './document.ts';

/** The documents of these ids in their order, each once; ids that are not loaded are passed over. */
export function documentsOf(
  { byId }: Pick<Corpus, 'byId'>,
  found: readonly { id: string }[],
): Document[] {
  const ids = new Set(found.map(({ id }) => id));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}
