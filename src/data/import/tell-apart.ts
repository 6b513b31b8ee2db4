import { twinId } from './document-id.ts';
import { originsOf, withOrigins } from './origins.ts';
import type { SpooledDocument } from './spooled-document.ts';

/**
 * Gives what was read under one id its own: that of the existing document that it is, corrected perhaps,
 * else a new one. The first has the plain id. What several rules can't tell apart are twins, and paired
 * in the order in which they stand in their source.
 * @param family the existing documents of that id
 */
export function tellApart(
  id: string,
  members: readonly SpooledDocument[],
  family: readonly SpooledDocument[],
): readonly SpooledDocument[] {
  const byWords = new Map<string, SpooledDocument>();
  for (const member of members) {
    const key = `${member.content} ${member.origin?.record ?? ''}`;
    const before = byWords.get(key);
    byWords.set(key, withPlacesOf(withTextOf(member, before), before));
  }
  const unlike = [...byWords.values()];
  let unknown = unlike.toSorted(byPlace);
  const keyed = members.filter(({ origin }) => typeof origin?.record === 'string');
  let free = family
    .filter((held) => !keyed.some((member) => isOtherRecord(member, held)))
    .toSorted(byPlace);
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
  for (const member of unknown.toSorted(byContent)) {
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
  { key: ({ address, origin }) => `${address} ${origin?.file}`, canBe: () => true },
  { key: ({ address }) => address, canBe: () => true },
  { key: ({ words, origin }) => `${words} ${origin?.file}`, canBe: canBeCorrected },
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

/** What stands in several files of a source that is followed is held as long as one of them has it. */
function withPlacesOf(
  document: SpooledDocument,
  before: SpooledDocument | undefined,
): SpooledDocument {
  if (!before || !document.origin?.source) return document;
  const { file } = document.origin;
  const elsewhere = originsOf(before).filter((origin) => origin.file !== file);
  return withOrigins(document, [...originsOf(document), ...elsewhere]);
}

/** `row 9` before `row 12`. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** Whatever the order of reading: by words, then by the source's key of those that say the same. */
const byContent = (one: SpooledDocument, other: SpooledDocument): number =>
  compareText(one.content, other.content) ||
  compareText(one.origin?.record ?? '', other.origin?.record ?? '');

function byPlace(one: SpooledDocument, other: SpooledDocument): number {
  const [a, b] = [one.origin, other.origin];
  return (
    compareText(a?.file ?? '', b?.file ?? '') ||
    (a?.line ?? 0) - (b?.line ?? 0) ||
    compare(a?.place ?? '', b?.place ?? '') ||
    byContent(one, other)
  );
}

/** By the letters' codes, which are the same everywhere. */
const compareText = (one: string, other: string): number =>
  Number(one > other) - Number(one < other);

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

const withId = (document: SpooledDocument, id: string): SpooledDocument =>
  document.id === id ? document : { ...document, id };
