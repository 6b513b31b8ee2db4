import { untwinned } from './document-id.ts';
import { isFollowed, originsOf, withOrigins } from './origins.ts';
import type { SpooledDocument } from './spooled-document.ts';
import { tellApart, withTextOf } from './tell-apart.ts';

/**
 * Puts what was read into a corpus: what is there keeps its place, new documents follow in the order
 * read. A document is recognised by its id. Several read under one id with different words are
 * different documents, and get ids of their own that don't depend on the order of reading.
 */
export function mergeDocuments(
  existing: readonly SpooledDocument[],
  read: readonly SpooledDocument[],
): readonly SpooledDocument[] {
  const byId = new Map(existing.map((document) => [document.id, document]));
  const first = new Map<string, SpooledDocument>();
  const repeats = Map.groupBy(
    read.filter((document) => first.get(document.id) || !first.set(document.id, document)),
    ({ id }) => id,
  );
  const twins = Map.groupBy(
    existing.filter(({ id }) => first.has(untwinned(id))),
    ({ id }) => untwinned(id),
  );
  for (const [id, one] of first) {
    const members = [one, ...(repeats.get(id) ?? [])];
    const known = byId.get(id);
    const family = [...(known ? [known] : []), ...(twins.get(id) ?? [])];
    for (const document of tellApart(id, members, family)) {
      byId.set(document.id, withWhatStays(document, byId.get(document.id)));
    }
  }
  return [...byId.values()];
}

/** What was imported again is still held by the sources that have it. */
function withWhatStays(
  document: SpooledDocument,
  before: SpooledDocument | undefined,
): SpooledDocument {
  const sources = before && !document.origin?.source ? originsOf(before).filter(isFollowed) : [];
  const given = withTextOf(document, before);
  return sources.length > 0 ? withOrigins(given, [...originsOf(given), ...sources]) : given;
}
