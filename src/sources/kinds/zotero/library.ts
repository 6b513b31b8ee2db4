import { z } from 'zod';
import type { Answer, Requests } from '../../requests/requests.ts';
import { withoutQuery } from '../../requests/without-query.ts';
import { SourceFailure } from '../../source-failure.ts';
import { readJson } from '../read-json.ts';
import { Item } from './item.ts';

/** How a library is asked: where it is, and as whom. */
export type Library = {
  /** `https://api.zotero.org/groups/123`. */
  base: string;
  /** What is asked for: all of it, or a collection, with its items at the top. */
  items: string;
  headers: Readonly<Record<string, string>>;
  requests: Requests;
  /** Why it may not be read, for whoever looks after the source. */
  refused: string;
};

/** No page has more items. */
const PAGE = 100;

/**
 * Asks a library. What has changed between two questions makes them useless together: the version of
 * each answer is to be compared with the first one's.
 * @throws SourceFailure for a library that isn't there, or may not be read
 */
async function ask(
  { headers, requests, refused }: Library,
  address: string | URL,
  more: Readonly<Record<string, string>> = {},
): Promise<{ answer: Answer; version: number }> {
  const answer = await requests.get(address, {
    headers: { ...headers, ...more },
    expects: [304, 403, 404, 412],
  });
  if (answer.status === 403) {
    await answer.discard();
    throw new SourceFailure(refused);
  }
  if (answer.status === 404) {
    await answer.discard();
    throw new SourceFailure('Zotero has no such library or collection. Check its number or key.');
  }
  const version = Number(answer.headers.get('last-modified-version') ?? Number.NaN);
  return { answer, version };
}

/** A page of items, and where the next one is. */
export type ItemPage = {
  /** As they stand in the answer. */
  items: readonly Item[];
  version: number;
  /** How many items there are on all pages; null if that isn't said. */
  total: number | null;
  next: URL | null;
};

/**
 * The first page of what has changed after a version, trash included; of everything if `since` is
 * null. Null if nothing has changed.
 */
export async function firstPage(library: Library, since: number | null): Promise<ItemPage | null> {
  const address = new URL(library.items);
  address.searchParams.set('format', 'json');
  address.searchParams.set('limit', String(PAGE));
  if (since !== null) {
    address.searchParams.set('since', String(since));
    address.searchParams.set('includeTrashed', '1');
  }
  const more = since === null ? {} : { 'If-Modified-Since-Version': String(since) };
  return readPage(library, address, more);
}

/** A page by its address; null if nothing has changed. */
export async function readPage(
  library: Library,
  address: URL,
  more: Readonly<Record<string, string>> = {},
): Promise<ItemPage | null> {
  const { answer, version } = await ask(library, address, more);
  if (answer.status === 304) {
    await answer.discard();
    return null;
  }
  if (answer.status === 412) {
    await answer.discard();
    return { items: [], version: Number.NaN, total: null, next: null };
  }
  const items = await readJson(answer, z.array(Item));
  if (Number.isNaN(version)) {
    throw new SourceFailure(`${withoutQuery(address)} doesn’t name the version of its library.`);
  }
  const said = answer.headers.get('total-results');
  const total = said === null ? null : Number(said);
  return { items, version, total, next: nextOf(answer, address, items.length, total) };
}

/** By its link, or counted on where a server gives none. */
function nextOf(
  { headers }: Answer,
  address: URL,
  count: number,
  total: number | null,
): URL | null {
  const [, link] = /<([^>]+)>\s*;[^,]*\brel="?next\b/.exec(headers.get('link') ?? '') ?? [];
  if (link && URL.canParse(link, address.href)) return new URL(link, address);
  const start = Number(address.searchParams.get('start') ?? 0) + count;
  if (total === null ? count < PAGE : count === 0 || start >= total) return null;
  const next = new URL(address);
  next.searchParams.set('start', String(start));
  return next;
}

/** The keys of items that were deleted for good after a version, and the library's version now. */
export async function deletedSince(library: Library, since: number) {
  const { answer, version } = await ask(library, `${library.base}/deleted?since=${since}`);
  const { items } = await readJson(answer, z.object({ items: z.array(z.string()) }));
  return { keys: items, version };
}

/**
 * The keys of all items at the top of what is asked for, without those in the trash.
 * @throws SourceFailure for an answer that isn't a list of keys, or not a whole one
 */
export async function keysOf(library: Library) {
  const { answer, version } = await ask(library, `${library.items}?format=keys`);
  const keys = (await answer.text()).split('\n').filter((line) => line.trim() !== '');
  const total = answer.headers.get('total-results');
  if (keys.some((key) => !/^\w{1,32}$/.test(key)) || (total && Number(total) !== keys.length)) {
    throw new SourceFailure('Zotero’s list of the items in the collection isn’t whole.');
  }
  return { keys, version };
}

/** A collection of Zotero's; its items are those that stand right in it, not in those below it. */
export type Collection = { name: string; parent: string | null };

const Collections = z.array(
  z.object({
    key: z.string(),
    data: z.object({
      name: z.string(),
      /** `false` at the top. */
      parentCollection: z.union([z.string(), z.literal(false)]).nullish(),
    }),
  }),
);

/** A library's collections by their keys; none where it doesn't list them. */
export async function collectionsOf(library: Library): Promise<ReadonlyMap<string, Collection>> {
  const all = new Map<string, Collection>();
  let address: URL | null = new URL(`${library.base}/collections?limit=${PAGE}`);
  while (address) {
    const answer: Answer = await library.requests.get(address, {
      headers: library.headers,
      expects: [404],
    });
    if (answer.status === 404) {
      await answer.discard();
      return all;
    }
    const collections = await readJson(answer, Collections);
    for (const { key, data } of collections) {
      all.set(key, { name: data.name, parent: data.parentCollection || null });
    }
    const total = Number(answer.headers.get('total-results') ?? 0);
    address = nextOf(answer, address, collections.length, total);
  }
  return all;
}
