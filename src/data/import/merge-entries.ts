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
 * Gives what was read under one id its own: that of the one held with the same words, else one whose
 * words are no longer read, else a new one. The first has the plain id.
 */
function tellApart(
  id: string,
  members: readonly Entry[],
  family: readonly Entry[],
): readonly Entry[] {
  const byWords = new Map(members.map((member) => [member.words, member]));
  const worded = [...byWords.keys()].sort();
  const ids = new Map<string, string>();
  for (const held of family) {
    if (byWords.has(held.words)) ids.set(held.words, held.id);
  }
  const taken = new Set(ids.values());
  const free = [...new Set([id, ...family.map((held) => held.id)])].filter(
    (other) => !taken.has(other),
  );
  for (const words of worded) {
    if (!ids.has(words)) ids.set(words, free.shift() ?? twinId(id, words));
  }
  return members
    .filter((member) => byWords.get(member.words) === member)
    .map((member) => withId(member, ids.get(member.words) ?? id));
}

const withId = (entry: Entry, id: string): Entry => (entry.id === id ? entry : { ...entry, id });
