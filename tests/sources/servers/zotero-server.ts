import { type Asked, type LoopbackServer, type Reply, serve } from './loopback.ts';

type Data = Readonly<Record<string, unknown>> & { itemType: string };
type Stored = { version: number; data: Data; isInTrash: boolean };

/** A group's library on zotero.org, and what people do in it. */
export type ZoteroServer = AsyncDisposable & {
  server: LoopbackServer;
  /** Adds an item or changes it. */
  put(key: string, data: Partial<Data>): void;
  trash(key: string): void;
  /** Deletes an item for good. */
  erase(key: string): void;
  /** Calls the library, or its collection, otherwise. */
  rename(names: { library?: string; collection?: string }): void;
  /** Makes a collection below the library's own. */
  nest(key: string, name: string): void;
  version(): number;
};

/**
 * Version 3 of Zotero's API, for the library of group 7, as far as it can be read.
 * @param key that must be given; null for a public library
 * @see https://www.zotero.org/support/dev/web_api/v3/basics
 */
export async function startZotero(key: string | null = null): Promise<ZoteroServer> {
  let version = 100;
  let names = { library: 'Missile crisis', collection: 'Cuba, 1962' };
  const nested = new Map<string, string>();
  const items = new Map<string, Stored>();
  const erased: { key: string; version: number }[] = [];
  const server = await serve((asked) => answer(asked));

  function answer({ path, query, headers }: Asked): Reply {
    const versioned = { 'Last-Modified-Version': String(version), 'Zotero-API-Version': '3' };
    if (headers['zotero-api-version'] !== '3') return { status: 400, body: 'Wrong version' };
    if (key !== null && headers['zotero-api-key'] !== key)
      return { status: 403, body: 'Forbidden' };
    const [, within = '', rest = ''] =
      /^\/groups\/7(?:\/collections\/(\w+))?(\/\w.*)?$/.exec(path) ?? [];
    if (!path.startsWith('/groups/7')) return { status: 404, body: 'Group not found' };
    if (within && within !== 'CUBA1962') return { status: 404, body: 'Collection not found' };
    if (rest === '/collections') {
      const all = [
        { key: 'CUBA1962', name: names.collection, parentCollection: false },
        ...[...nested].map(([one, name]) => ({ key: one, name, parentCollection: 'CUBA1962' })),
      ].map((data) => ({ key: data.key, version, data }));
      const headers = { ...versioned, 'Total-Results': String(all.length) };
      return { headers, body: JSON.stringify(all) };
    }
    const since = Number(query.get('since') ?? 0);
    if (rest === '/deleted') {
      const gone = erased.filter((one) => one.version > since).map((one) => one.key);
      return { headers: versioned, body: JSON.stringify({ collections: [], items: gone }) };
    }
    if (rest !== '/items/top') return { status: 404, body: 'Not found' };
    if (Number(headers['if-modified-since-version'] ?? -1) >= version) {
      return { status: 304, headers: versioned };
    }
    const all = [...items]
      .filter(([, { data }]) => !within || (data.collections as string[])?.includes(within))
      .filter(([, item]) => !item.isInTrash || query.get('includeTrashed') === '1')
      .filter(([, item]) => item.version > since);
    const total = { ...versioned, 'Total-Results': String(all.length) };
    if (query.get('format') === 'keys') {
      return { headers: total, body: all.map(([one]) => `${one}\n`).join('') };
    }
    return page(all, total, path, query);
  }

  function page(
    all: readonly [string, Stored][],
    headers: Record<string, string>,
    path: string,
    query: URLSearchParams,
  ): Reply {
    const start = Number(query.get('start') ?? 0);
    const limit = Math.min(100, Number(query.get('limit') ?? 25));
    const next = new URL(`${server.url}${path}?${query}`);
    next.searchParams.set('start', String(start + limit));
    const link: Record<string, string> =
      start + limit < all.length ? { Link: `<${next}>; rel="next", <${next}>; rel="last"` } : {};
    const body = all.slice(start, start + limit).map(([one, item]) => ({
      key: one,
      version: item.version,
      library: { type: 'group', id: 7, name: names.library },
      links: { alternate: { href: `https://www.zotero.org/groups/7/items/${one}` } },
      meta: { numChildren: item.data.itemType === 'letter' ? 2 : false },
      data: {
        key: one,
        version: item.version,
        ...item.data,
        ...(item.isInTrash && { deleted: 1 }),
      },
    }));
    return { headers: { ...headers, ...link }, body: JSON.stringify(body) };
  }

  return {
    server,
    put(one, data) {
      version += 1;
      const before = items.get(one)?.data ?? { itemType: 'letter', title: one, collections: [] };
      items.set(one, { version, data: { ...before, ...data }, isInTrash: false });
    },
    trash(one) {
      version += 1;
      const item = items.get(one);
      if (item) items.set(one, { ...item, version, isInTrash: true });
    },
    erase(one) {
      version += 1;
      if (items.delete(one)) erased.push({ key: one, version });
    },
    rename(given) {
      version += 1;
      names = { ...names, ...given };
    },
    nest(one, name) {
      version += 1;
      nested.set(one, name);
    },
    version: () => version,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
