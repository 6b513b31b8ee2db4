import { join } from 'node:path';
import { z } from 'zod';
import type { Found } from '../../data/import/format.ts';
import { fromOmekaS } from '../../data/import/json/omeka-s.ts';
import { openSpool, type Spool } from '../../data/import/spool.ts';
import type { Requests } from '../requests/requests.ts';
import { withoutQuery } from '../requests/without-query.ts';
import { Address, COMMON, KeyVariable } from '../settings/common-settings.ts';
import { READING } from '../settings/reading-settings.ts';
import { defineKind, type Following } from './kind.ts';
import { type Items, readItems } from './omeka-s/read-items.ts';
import { readJson } from './read-json.ts';

/**
 * A site of Omeka S, or one of its item sets. It can't be asked for what has changed: all items are
 * read each time, and what isn't among them is gone.
 * @see https://omeka.org/s/docs/developer/api/rest_api/
 */
export const omekaS = defineKind(
  z
    .strictObject({
      ...COMMON,
      kind: z.literal('omeka-s'),
      /** Of the installation, with or without `/api`. */
      url: Address,
      item_set_id: z.coerce.string().regex(/^\d+$/, 'must be the number of an item set').optional(),
      key_identity: KeyVariable.optional(),
      key_credential: KeyVariable.optional(),
      collection: READING.collection,
      century: READING.century,
    })
    .refine((own) => (own.key_identity === undefined) === (own.key_credential === undefined), {
      error: 'key_identity and key_credential belong together',
      path: ['key_credential'],
    }),
  {
    watermark: z.object({ digest: z.string() }),
    addresses: ({ url }) => [url],
    async follow(settings, { watermark, requests, folder, secret, take }) {
      const { item_set_id: set, century: years } = settings;
      const ask = addressesOf(settings, secret);
      const address = ask('items');
      if (set !== undefined) address.searchParams.set('item_set_id', set);
      await using spool = await openSpool(join(folder, 'omeka-s'));
      const items = await readItems(address, requests, spool);
      if (items.digest === watermark?.digest) return { extent: 'nothing', watermark };
      const collection =
        settings.collection ??
        (set === undefined ? settings.name : await titleOf(ask(`item_sets/${set}`), requests)) ??
        settings.name;
      await take({ name: withoutQuery(address), found: foundIn(items, spool), collection, years });
      return { extent: 'everything', watermark: { digest: items.digest } };
    },
  },
);

type Settings = { url: string } & Partial<
  Record<'key_identity' | 'key_credential', string | undefined>
>;

/** Addresses of the API, with the keys that it wants in them. */
function addressesOf(
  { url, key_identity: identity, key_credential: credential }: Settings,
  secret: Following<unknown>['secret'],
): (path: string) => URL {
  const base = url.replace(/\/+$/, '').replace(/\/api(?:\/items)?$/, '');
  const keys: [string, string][] =
    identity && credential
      ? [
          ['key_identity', secret(identity)],
          ['key_credential', secret(credential)],
        ]
      : [];
  return (path) => new URL(`${base}/api/${path}?${new URLSearchParams(keys)}`);
}

const ItemSet = z.object({ 'o:title': z.string().nullish() });

/** An item set's title; null if it has none, or doesn't show it. */
async function titleOf(address: URL, requests: Requests): Promise<string | null> {
  const answer = await requests.get(address, { expects: [403, 404] });
  if (answer.status === 200) return (await readJson(answer, ItemSet))['o:title']?.trim() || null;
  await answer.discard();
  return null;
}

async function* foundIn({ ranges }: Items, spool: Spool): AsyncGenerator<Found> {
  for (const range of ranges) {
    const item = JSON.parse(await spool.read(range)) as Readonly<Record<string, unknown>>;
    const key = String(item['o:id']);
    yield { kind: 'record', record: { ...fromOmekaS(item, null), key, place: `item ${key}` } };
  }
}
