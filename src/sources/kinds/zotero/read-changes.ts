import type { Spool, SpoolRange } from '../../../data/import/spool.ts';
import { SourceFailure } from '../../source-failure.ts';
import { Item } from './item.ts';
import {
  type Collection,
  collectionsOf,
  deletedSince,
  firstPage,
  type ItemPage,
  keysOf,
  type Library,
  readPage,
} from './library.ts';

/** What has changed in a library after a version; everything if that is null. */
export type Changes = {
  /** The library's, as it was the whole time. */
  version: number;
  since: number | null;
  /** Pages of items, in the spool. */
  pages: readonly SpoolRange[];
  deleted: readonly string[];
  /** All keys, where the library was asked for them. */
  keys: ReadonlySet<string> | null;
  /** The library's name, if an item says it. */
  name: string | null;
  /** By their keys. */
  collections: ReadonlyMap<string, Collection>;
};

/** How often is begun again for a library that changes while it is read. */
const ATTEMPTS = 3;

/**
 * Reads all changes of one version of a library. They are put aside, page by page, so that a library
 * that changes in between can be read again.
 * @param listsKeys whether items can go without being deleted, as from a collection
 * @returns null if nothing has changed
 * @throws SourceFailure for a library that never stands still, or answers with fewer items than it says
 */
export async function readChanges(
  library: Library,
  since: number | null,
  listsKeys: boolean,
  spool: Spool,
): Promise<Changes | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const first = await firstPage(library, since);
    if (!first && since !== null) return null;
    if (!first || Number.isNaN(first.version)) continue;
    // A library that was set back has no changes after the version of last time.
    if (since !== null && first.version < since)
      return readChanges(library, null, listsKeys, spool);
    const changes = await readVersion(library, first, { since, listsKeys, spool });
    if (changes) return changes;
  }
  throw new SourceFailure(
    `The library changed each time while it was read, ${ATTEMPTS} times. It is tried again the next time.`,
  );
}

/** Null if the library has changed in between. */
async function readVersion(
  library: Library,
  first: ItemPage,
  { since, listsKeys, spool }: { since: number | null; listsKeys: boolean; spool: Spool },
): Promise<Changes | null> {
  const { version } = first;
  const pages: SpoolRange[] = [];
  const seen = new Set<string>();
  // A collection that is followed may have another name by now.
  let isInCollections = listsKeys;
  let page: ItemPage | null = first;
  while (page) {
    if (page.version !== version) return null;
    const before = seen.size;
    for (const { key, data } of page.items) {
      seen.add(key);
      isInCollections ||= data.collections.length > 0;
    }
    if (seen.size - before !== page.items.length) return null;
    pages.push(await spool.add(JSON.stringify(page.items)));
    page = page.next && (await readPage(library, page.next));
  }
  if (first.total !== null && seen.size !== first.total) {
    throw new SourceFailure(
      `Zotero says that there are ${first.total} items, but gave ${seen.size}.`,
    );
  }
  const gone = since === null || listsKeys ? null : await deletedSince(library, since);
  const all = listsKeys && since !== null ? await keysOf(library) : null;
  if ([gone, all].some((answer) => answer && isOther(answer.version, version))) return null;
  return {
    version,
    since,
    pages,
    deleted: gone?.keys ?? [],
    keys: all && new Set(all.keys),
    name: first.items[0]?.library?.name ?? null,
    collections: isInCollections ? await collectionsOf(library) : new Map(),
  };
}

/** Whether an answer names another version. */
const isOther = (said: number, version: number): boolean => !Number.isNaN(said) && said !== version;

/** The items of changes, one after the other. */
export async function* itemsIn({ pages }: Changes, spool: Spool): AsyncGenerator<Item> {
  for (const page of pages) {
    for (const item of JSON.parse(await spool.read(page)) as unknown[]) yield Item.parse(item);
  }
}
