import { join } from 'node:path';
import { z } from 'zod';
import type { Found } from '../../data/import/format.ts';
import { openSpool, type Spool } from '../../data/import/spool.ts';
import type { Requests } from '../requests/requests.ts';
import { withoutQuery } from '../requests/without-query.ts';
import { Address, COMMON, KeyVariable } from '../settings/common-settings.ts';
import { READING } from '../settings/reading-settings.ts';
import { defineKind, type Following } from './kind.ts';
import { isDocument, isInTrash } from './zotero/item.ts';
import type { Library } from './zotero/library.ts';
import { type Changes, itemsIn, readChanges } from './zotero/read-changes.ts';
import { toRecord } from './zotero/to-record.ts';

const LibraryNumber = z.coerce
  .string()
  .regex(/^\d+$/, 'must be the number in its address on zotero.org');

/** As of before the first change. */
const UNREAD = { version: 0, name: 'Zotero' };

/**
 * A library of Zotero, or one of its collections. It is asked for what has changed since its version
 * of last time.
 * @see https://www.zotero.org/support/dev/web_api/v3/syncing
 */
export const zotero = defineKind(
  z
    .strictObject({
      ...COMMON,
      kind: z.literal('zotero'),
      group: LibraryNumber.optional(),
      user: LibraryNumber.optional(),
      /** The key of a collection, without its subcollections. */
      collection: z
        .string()
        .regex(/^[A-Z0-9]{8}$/, 'must be its key, the eight signs in its address on zotero.org')
        .optional(),
      key: KeyVariable.optional(),
      url: Address.default('https://api.zotero.org'),
      century: READING.century,
    })
    .refine(({ group, user }) => (group === undefined) !== (user === undefined), {
      error: 'needs either the number of a group or that of a user',
      path: ['group'],
    }),
  {
    watermark: z.object({ version: z.int(), name: z.string() }),
    addresses: ({ url }) => [url],
    async follow(settings, { watermark, requests, folder, secret, take }) {
      const { collection, century: years } = settings;
      const library = openLibrary(settings, requests, secret);
      await using spool = await openSpool(join(folder, 'zotero'));
      const changes = await readChanges(
        library,
        watermark?.version ?? null,
        collection !== undefined,
        spool,
      );
      if (!changes) return { extent: 'nothing', watermark: watermark ?? UNREAD };
      const isWhole = changes.since === null;
      const before = isWhole ? undefined : watermark?.name;
      const named = collection ? changes.collections.get(collection)?.name : changes.name;
      const name = named ?? before ?? settings.name;
      const found = foundIn(changes, collection, spool);
      await take({ name: withoutQuery(library.items), found, collection: name, years });
      return {
        extent: isWhole ? 'everything' : 'changes',
        ...(changes.keys && { keys: changes.keys }),
        // Documents of one library are in one collection, whenever they were read.
        ...(before !== undefined && before !== name && { renamed: { from: before, to: name } }),
        watermark: { version: changes.version, name },
      };
    },
  },
);

type Settings = { url: string } & Partial<
  Record<'group' | 'user' | 'collection' | 'key', string | undefined>
>;

function openLibrary(
  { group, user, collection, key, url }: Settings,
  requests: Requests,
  secret: Following<unknown>['secret'],
): Library {
  const of = group === undefined ? `user ${user}` : `group ${group}`;
  const base = `${url.replace(/\/+$/, '')}/${of.replace(' ', 's/')}`;
  return {
    base,
    items: `${base}${collection ? `/collections/${collection}` : ''}/items/top`,
    headers: { 'Zotero-API-Version': '3', ...(key && { 'Zotero-API-Key': secret(key) }) },
    requests,
    refused: key
      ? `Zotero refuses the key in ${key} for the library of ${of}. Check that the key is right and may read it.`
      : `The library of ${of} isn’t public. Put a key that may read it into the environment, and name its variable under "key".`,
  };
}

async function* foundIn(
  changes: Changes,
  followed: string | undefined,
  spool: Spool,
): AsyncGenerator<Found> {
  let leftOut = 0;
  for await (const item of itemsIn(changes, spool)) {
    const { key, meta } = item;
    leftOut += meta?.numChildren || 0;
    if (!isDocument(item)) leftOut += 1;
    else if (isInTrash(item)) yield { kind: 'deleted', line: null, place: `item ${key}`, key };
    else yield { kind: 'record', record: toRecord(item, changes.collections) };
  }
  for (const key of changes.deleted) {
    yield { kind: 'deleted', line: null, place: `item ${key}`, key };
  }
  if (leftOut > 0) {
    const [items, are] =
      leftOut === 1
        ? ['1 note, attachment or annotation', 'is']
        : [`${leftOut} notes, attachments and annotations`, 'are'];
    yield { kind: 'note', text: `${items} left out, which ${are} no documents of their own` };
  }
  const below = [...changes.collections.values()].filter(({ parent }) => parent === followed);
  if (followed !== undefined && below.length > 0) {
    const [are, each] =
      below.length === 1
        ? ['its subcollection is no part of it', 'it']
        : [`its ${below.length} subcollections are no part of it`, 'each'];
    yield { kind: 'note', text: `${are}; list ${each} as a source to follow ${each} as well` };
  }
}
