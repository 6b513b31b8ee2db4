import { twinId, untwinned } from './document-id.ts';
import type { Entry } from './entry.ts';

/** A corpus after an import, and what became of the documents read. */
export type Merged = {
  entries: readonly Entry[];
  added: number;
  changed: number;
  /** Repeats within what was read count here, too. */
  unchanged: number;
};

/**
 * Puts what was read into a corpus: what is held keeps its place, new documents follow in the order
 * read. A document is known again by its id. Several read under one id with different words are
 * different documents, and get ids of their own that don't depend on the order of reading.
 */
export function mergeEntries(held: readonly Entry[], read: readonly Entry[]): Merged {
  const entries = new Map(held.map((entry) => [entry.id, entry]));
  const first = new Map<string, Entry>();
  const repeats = Map.groupBy(
    read.filter((entry) => first.get(entry.id) || !first.set(entry.id, entry)),
    ({ id }) => id,
  );
  const twins = Map.groupBy(
    held.filter(({ id }) => first.has(untwinned(id))),
    ({ id }) => untwinned(id),
  );
  let added = 0;
  let changed = 0;
  for (const [id, one] of first) {
    const members = [one, ...(repeats.get(id) ?? [])];
    const known = entries.get(id);
    const family = [...(known ? [known] : []), ...(twins.get(id) ?? [])];
    for (const entry of tellApart(id, members, family)) {
      const before = entries.get(entry.id);
      entries.set(entry.id, entry);
      if (!before) added += 1;
      else if (before.content !== entry.content) changed += 1;
    }
  }
  const unchanged = read.length - added - changed;
  return { entries: [...entries.values()], added, changed, unchanged };
}

/**
 * Gives what was read under one id its own: that of the one held that it is, corrected perhaps, else
 * a new one. The first has the plain id.
 */
function tellApart(
  id: string,
  members: readonly Entry[],
  family: readonly Entry[],
): readonly Entry[] {
  const unlike = [...new Map(members.map((member) => [member.content, member])).values()];
  let unknown = unlike.toSorted(byContent);
  let free = family;
  const ids = new Map<Entry, string>();
  for (const { key, canBe } of SIGNS) {
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

/** By what a document is known again, the surest sign first; `key` is the same for the same. */
const SIGNS: readonly {
  key(entry: Entry): string;
  canBe(read: Entry, held: Entry): boolean;
}[] = [
  { key: ({ content }) => content, canBe: () => true },
  { key: ({ address }) => address, canBe: () => true },
  { key: ({ words }) => words, canBe: canBeCorrected },
  { key: ({ origin }) => origin?.file ?? '', canBe: canBeCorrected },
  { key: () => '', canBe: canBeCorrected },
];

/**
 * Whether a difference can be a correction: what an archive names itself is corrected wherever it is
 * read, all else in its own file. Where it isn't known which that was, it can.
 */
function canBeCorrected(read: Entry, held: Entry): boolean {
  return read.isNamed || held.origin === null || held.origin.file === read.origin?.file;
}

const byContent = (one: Entry, other: Entry): number => (one.content < other.content ? -1 : 1);

const withId = (entry: Entry, id: string): Entry => (entry.id === id ? entry : { ...entry, id });
