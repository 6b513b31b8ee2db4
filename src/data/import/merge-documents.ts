import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../document.ts';
import { twinId, untwinned } from './document-id.ts';

/** A corpus after an import, and what became of the documents read. */
export type Merged = {
  documents: readonly Document[];
  added: number;
  changed: number;
  /** Repeats within what was read count here, too. */
  unchanged: number;
};

/**
 * Puts read documents into a corpus: those held keep their places, new ones follow in the order
 * read. A document is known again by its id. Several read under one id with different descriptions
 * are different documents, and get ids of their own that don't depend on the order of reading.
 */
export function mergeDocuments(held: readonly Document[], read: readonly Document[]): Merged {
  const documents = new Map(held.map((document) => [document.id, document]));
  const twins = Map.groupBy(held, ({ id }) => untwinned(id));
  let added = 0;
  let changed = 0;
  for (const [id, members] of Map.groupBy(read, (document) => document.id)) {
    const known = documents.get(id);
    const family = [...(known ? [known] : []), ...(twins.get(id) ?? [])];
    for (const document of tellApart(id, members, family)) {
      const before = documents.get(document.id);
      documents.set(document.id, document);
      if (!before) added += 1;
      else if (!isDeepStrictEqual(before, document)) changed += 1;
    }
  }
  const unchanged = read.length - added - changed;
  return { documents: [...documents.values()], added, changed, unchanged };
}

/**
 * Gives documents read under one id their own: that of the one held with the same description,
 * else one whose description is no longer read, else a new one. The first by description has the
 * plain id.
 */
function tellApart(
  id: string,
  members: readonly Document[],
  family: readonly Document[],
): readonly Document[] {
  const byDescription = new Map(members.map((member) => [member.description, member]));
  const described = [...byDescription.keys()].sort();
  const ids = new Map<string, string>();
  for (const held of family) {
    if (byDescription.has(held.description)) ids.set(held.description, held.id);
  }
  const free = [id, ...family.map((held) => held.id)].filter(
    (other, index, all) => all.indexOf(other) === index && ![...ids.values()].includes(other),
  );
  for (const description of described) {
    if (!ids.has(description)) ids.set(description, free.shift() ?? twinId(id, description));
  }
  return members
    .filter((member) => byDescription.get(member.description) === member)
    .map((member) => ({ ...member, id: ids.get(member.description) ?? id }));
}
