import { type Asked, type LoopbackServer, type Reply, serve } from './loopback.ts';

/** A site of Omeka S, and what becomes of its items. */
export type OmekaServer = AsyncDisposable & {
  server: LoopbackServer;
  put(id: number, title: string, itemSet?: number): void;
  remove(id: number): void;
  /** Whether it says how many items there are, as it does since version 3. */
  tellsTotal: boolean;
};

/**
 * Omeka S's API, as far as it can be read.
 * @param credential that must be given beside the identity `us`; null for a public site
 * @see https://omeka.org/s/docs/developer/api/rest_api/
 */
export async function startOmeka(credential: string | null = null): Promise<OmekaServer> {
  const items = new Map<number, { title: string; itemSet: number; modified: number }>();
  let modified = 0;
  const server = await serve((asked) => answer(asked));

  function answer({ path, query }: Asked): Reply {
    const isKnown =
      query.get('key_identity') === 'us' && query.get('key_credential') === credential;
    if (credential !== null && !isKnown) return { status: 403, body: '{"errors":{}}' };
    if (path === '/api/item_sets/5') {
      return { body: JSON.stringify({ 'o:id': 5, 'o:title': 'Kennan papers' }) };
    }
    if (path !== '/api/items') return { status: 404, body: '{"errors":{}}' };
    const itemSet = query.get('item_set_id');
    const order = query.get('sort_order') === 'asc' ? 1 : -1;
    const all = [...items]
      .filter(([, item]) => itemSet === null || item.itemSet === Number(itemSet))
      .toSorted(([one], [other]) => (one - other) * order);
    const per = Number(query.get('per_page') ?? 25);
    const start = (Number(query.get('page') ?? 1) - 1) * per;
    return {
      headers: site.tellsTotal ? { 'Omeka-S-Total-Results': String(all.length) } : {},
      body: JSON.stringify(all.slice(start, start + per).map(([id, item]) => shown(id, item))),
    };
  }

  const shown = (id: number, item: { title: string; modified: number }) => ({
    '@id': `${server.url}/api/items/${id}`,
    'o:id': id,
    'o:title': item.title,
    'o:modified': { '@value': `2026-01-01T00:00:${String(item.modified).padStart(2, '0')}+00:00` },
    'dcterms:title': [{ type: 'literal', '@value': item.title }],
    'dcterms:date': [{ type: 'literal', '@value': '1946-02-22' }],
  });

  const site: OmekaServer = {
    server,
    tellsTotal: true,
    put(id, title, itemSet = 5) {
      modified += 1;
      items.set(id, { title, itemSet, modified });
    },
    remove: (id) => items.delete(id),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  return site;
}
