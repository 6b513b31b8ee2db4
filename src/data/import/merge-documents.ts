import { twinId, untwinned } from './document-id.ts';
import { isFollowed, originsOf, withOrigins } from './origins.ts';
import type { SpooledDocument } from './spooled-document.ts';

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

/**
 * Gives what was read under one id its own: that of the existing document that it is, corrected perhaps,
 * else a new one. The first has the plain id.
 */
function tellApart(
  id: string,
  members: readonly SpooledDocument[],
  family: readonly SpooledDocument[],
): readonly SpooledDocument[] {
  const byWords = new Map<string, SpooledDocument>();
  for (const member of members) {
    const key = `${member.content} ${member.origin?.record ?? ''}`;
    byWords.set(key, withTextOf(member, byWords.get(key)));
  }
  const unlike = [...byWords.values()];
  let unknown = unlike.toSorted(byContent);
  let free = family.filter((held) => !members.some((member) => isOtherRecord(member, held)));
  const ids = new Map<SpooledDocument, string>();
  for (const { key, canBe } of MATCH_RULES) {
    const waiting = Map.groupBy(unknown.toReversed(), key);
    free = free.filter((held) => {
      const alike = waiting.get(key(held));
      const member = alike?.at(-1);
      if (!member || !canBe(member, held)) return true;
      alike?.pop();
      ids.set(member, held.id);
      return false;
    });
    unknown = unknown.filter((member) => !ids.has(member));
  }
  const taken = new Set(family.map((held) => held.id));
  for (const member of unknown) {
    let own = id;
    for (let more = ''; taken.has(own); more += '+') own = twinId(id, member.content + more);
    taken.add(own);
    ids.set(member, own);
  }
  return unlike.map((member) => withId(member, ids.get(member) ?? id));
}

/** How a document is recognised, the surest rule first; `key` is the same for the same document. */
const MATCH_RULES: readonly {
  key(document: SpooledDocument): string;
  canBe(read: SpooledDocument, existing: SpooledDocument): boolean;
}[] = [
  { key: ({ content }) => content, canBe: () => true },
  { key: ({ address }) => address, canBe: () => true },
  { key: ({ words }) => words, canBe: canBeCorrected },
  { key: ({ origin }) => origin?.file ?? '', canBe: canBeCorrected },
  { key: () => '', canBe: canBeCorrected },
];

/**
 * Whether a difference can be a correction: what an archive names itself is corrected wherever it is
 * read, all else in its own file. If it isn't known which that was, it can.
 */
function canBeCorrected(read: SpooledDocument, existing: SpooledDocument): boolean {
  return read.isNamed || existing.origin === null || existing.origin.file === read.origin?.file;
}

/** Whether a source has both, each under a key of its own. */
const isOtherRecord = ({ origin }: SpooledDocument, existing: SpooledDocument): boolean =>
  typeof origin?.record === 'string' &&
  originsOf(existing).some(
    ({ source, record }) =>
      source === origin.source && typeof record === 'string' && record !== origin.record,
  );

const byContent = (one: SpooledDocument, other: SpooledDocument): number =>
  one.content < other.content ? -1 : 1;

/**
 * A document that comes without its text keeps the one that it had, and one from a folder of texts
 * whatever it comes with: that was chosen for it.
 */
export const withTextOf = (
  document: SpooledDocument,
  before: SpooledDocument | undefined,
): SpooledDocument =>
  before?.text && (document.text === null || before.text.isFromFolder)
    ? { ...document, text: before.text }
    : document;

/** What was imported again is still held by the sources that have it. */
function withWhatStays(
  document: SpooledDocument,
  before: SpooledDocument | undefined,
): SpooledDocument {
  const sources = before && !document.origin?.source ? originsOf(before).filter(isFollowed) : [];
  const given = withTextOf(document, before);
  return sources.length > 0 ? withOrigins(given, [...originsOf(given), ...sources]) : given;
}

const withId = (document: SpooledDocument, id: string): SpooledDocument =>
  document.id === id ? document : { ...document, id };
