import { mergeDocuments } from '../../data/import/merge-documents.ts';
import { originsOf, UNKNOWN_IMPORT, withOrigins } from '../../data/import/origins.ts';
import type { Origin, SpooledDocument } from '../../data/import/spooled-document.ts';
import { withTextOf } from '../../data/import/tell-apart.ts';

/** What a source gave, as far as the corpus is concerned. */
export type FollowedDocuments = {
  /** The source's name. */
  name: string;
  /** Each with the source in its origin. */
  documents: readonly SpooledDocument[];
  /** Whether the source no longer has what it had at this origin, if it wasn't found. */
  isGone(origin: Origin): boolean;
};

/** The documents of a corpus after a source was followed, and what became of them. */
export type AppliedSource = {
  documents: readonly SpooledDocument[];
  added: number;
  changed: number;
  deleted: number;
  /** How many documents the source held before, and holds now. */
  held: number;
  holds: number;
  /** Documents that had been imported, which follow the source now. */
  takenOver: number;
  /** Documents of which another source has the say. */
  shared: number;
  /** Sources that have the say now of documents that still say what this one said. */
  heirs: ReadonlySet<string>;
};

/**
 * Puts what a source gave into a corpus. A record is recognised by the source's own key, else as an
 * import recognises it. What several sources hold says what the first of them says; what was imported
 * says what a source says that has it too. A document goes when nobody holds it any more.
 * @param active names of the sources there are; others have no say any more
 */
export function applySource(
  existing: readonly SpooledDocument[],
  { name, documents: read, isGone }: FollowedDocuments,
  active: ReadonlySet<string>,
): AppliedSource {
  const before = new Map(existing.map((document) => [document.id, document]));
  const isOwn = ({ source }: Origin) => source === name;
  const counts = { added: 0, changed: 0, deleted: 0, held: 0, holds: 0, takenOver: 0, shared: 0 };
  const found = recognise(existing, read, name);
  const heirs = new Set<string>();
  const after = new Map<string, SpooledDocument>();
  for (const [id, document] of before) {
    const origins = originsOf(document);
    const isHeld = origins.some(isOwn);
    if (isHeld) counts.held += 1;
    const left = origins.filter((origin) => !isOwn(origin) || !isGone(origin));
    if (!isHeld || found.has(id) || left.length === origins.length) {
      after.set(id, document);
      if (isHeld && !found.has(id)) counts.holds += 1;
      continue;
    }
    if (left.length > 0) after.set(id, withOrigins(document, left));
    else counts.deleted += 1;
    // One of its files may have it still.
    if (left.some(isOwn)) {
      counts.holds += 1;
      continue;
    }
    const heir = left.find(({ source }) => source !== undefined && active.has(source))?.source;
    if (heir !== undefined && origins[0]?.source === name) heirs.add(heir);
  }
  for (const [id, document] of found) {
    counts.holds += 1;
    const held = before.get(id);
    const given = place(document, held);
    after.set(id, given);
    if (!held) counts.added += 1;
    else if (isChanged(held, given)) counts.changed += 1;
  }
  return { documents: [...after.values()], ...counts, heirs };

  /** The document as the corpus is to have it, by who else holds it. */
  function place(document: SpooledDocument, held: SpooledDocument | undefined): SpooledDocument {
    const now = originsOf(document);
    if (!held) return withOrigins(document, now);
    const origins = originsOf(held);
    const files = new Set(now.map(({ file }) => file));
    const elsewhere = origins.filter((one) => isOwn(one) && !files.has(one.file) && !isGone(one));
    const own = [...now, ...elsewhere];
    const others = origins.filter((origin) => !isOwn(origin));
    const first = origins[0]?.source;
    if (first !== undefined && first !== name && active.has(first)) {
      counts.shared += 1;
      return withOrigins(held, [...others, ...own]);
    }
    const isByHand = origins.length === 0;
    if (isByHand || (first === undefined && !origins.some(isOwn))) counts.takenOver += 1;
    const imported = isByHand ? [UNKNOWN_IMPORT] : others;
    return withOrigins(withTextOf(document, held), [...own, ...imported]);
  }
}

const isChanged = (before: SpooledDocument, after: SpooledDocument): boolean =>
  before.content !== after.content || before.text?.content !== after.text?.content;

/** What was read, by the id that each has in the corpus. */
function recognise(
  existing: readonly SpooledDocument[],
  read: readonly SpooledDocument[],
  name: string,
): ReadonlyMap<string, SpooledDocument> {
  const idByKey = new Map<string, string>();
  for (const document of existing) {
    for (const { source, record } of originsOf(document)) {
      if (source === name && typeof record === 'string') idByKey.set(record, document.id);
    }
  }
  const byKey = new Map<string, SpooledDocument>();
  const keyless: SpooledDocument[] = [];
  for (const document of read) {
    const key = document.origin?.record;
    // A record that was listed again is the later one.
    if (typeof key === 'string') byKey.set(key, document);
    else keyless.push(document);
  }
  const found = new Map<string, SpooledDocument>();
  const unknown = keyless;
  for (const [key, document] of byKey) {
    const id = idByKey.get(key);
    if (id === undefined) unknown.push(document);
    else found.set(id, { ...document, id });
  }
  const places = new Set(unknown.map(({ at }) => at));
  for (const document of mergeDocuments(existing, unknown)) {
    if (places.has(document.at)) found.set(document.id, document);
  }
  return found;
}
