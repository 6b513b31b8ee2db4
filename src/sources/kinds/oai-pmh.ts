import { join } from 'node:path';
import { z } from 'zod';
import type { Found } from '../../data/import/format.ts';
import { openSpool, type Spool } from '../../data/import/spool.ts';
import { elementsOf } from '../../data/import/xml/elements.ts';
import { countLeftOut } from '../../data/import/xml/left-out.ts';
import { readRecord } from '../../data/import/xml/oai-pmh.ts';
import { withoutQuery } from '../requests/without-query.ts';
import { Address, COMMON } from '../settings/common-settings.ts';
import { READING } from '../settings/reading-settings.ts';
import { defineKind } from './kind.ts';
import { chooseInAnswer, piecesOf } from './oai-pmh/answer.ts';
import { fromAfter } from './oai-pmh/from.ts';
import { type Harvest, harvest } from './oai-pmh/harvest.ts';
import { identify } from './oai-pmh/repository.ts';

const FORGETS =
  'this repository doesn’t tell for good what it deletes; full: weekly asks for everything once a week, and finds it';

const LEAVES =
  'a record that leaves the set without being deleted stays until all is asked for; full: weekly does so once a week';

/**
 * A repository that is harvested by OAI-PMH, from when it last was. One that doesn't tell what it
 * deletes is to be asked for everything now and then (`full: weekly`).
 * @see https://www.openarchives.org/OAI/openarchivesprotocol.html
 */
export const oaiPmh = defineKind(
  z.strictObject({
    ...COMMON,
    kind: z.literal('oai-pmh'),
    url: Address,
    set: z.string().min(1).optional(),
    metadataPrefix: z.enum(['oai_dc', 'mods']).default('oai_dc'),
    collection: READING.collection,
    century: READING.century,
  }),
  {
    watermark: z.object({
      from: z.string().nullable(),
      granularity: z.enum(['second', 'day']),
      name: z.string(),
    }),
    addresses: ({ url }) => [url],
    async follow(settings, { watermark, requests, folder, acceptsLoss, take }) {
      const { url, metadataPrefix, set, century: years } = settings;
      const repository = await identify(url, requests);
      const { granularity, deletedRecord } = repository;
      const from = watermark?.granularity === granularity ? watermark.from : null;
      await using spool = await openSpool(join(folder, 'oai-pmh'));
      const harvested = await harvest({ url, metadataPrefix, set, from }, requests, spool);
      if (!harvested && from !== null && watermark) return { extent: 'nothing', watermark };
      const lacks = acceptsLoss ? null : whatLacks(harvested);
      // The name stays until all is read anew: documents of one repository are in one collection.
      const kept = from === null ? undefined : watermark?.name;
      const name = kept ?? (repository.name || settings.name);
      const forgets = deletedRecord !== 'persistent' ? FORGETS : set !== undefined && LEAVES;
      await take({
        name: withoutQuery(url),
        found: foundIn(harvested, spool, [
          ...(forgets && settings.full === null ? [forgets] : []),
          ...(lacks ? [lacks] : []),
        ]),
        collection: settings.collection ?? name,
        years,
      });
      return {
        extent: from === null && !lacks ? 'everything' : 'changes',
        watermark: {
          from: harvested && fromAfter(harvested.responseDate, granularity),
          granularity,
          name,
        },
      };
    },
  },
);

/**
 * What a list lacks by the repository's own count; null if it lacks nothing. That may be an estimate, so
 * that it is no failure: what isn't found stays.
 */
function whatLacks(harvested: Harvest | null): string | null {
  const { records, listSize } = harvested ?? { records: 0, listSize: null };
  if (listSize === null || records >= listSize) return null;
  return `the repository says that its list has ${listSize} records, but gave ${records}: what wasn’t among them stays as it is, unless it is followed with --full and --accept-loss`;
}

async function* foundIn(
  harvested: Harvest | null,
  spool: Spool,
  notes: readonly string[],
): AsyncGenerator<Found> {
  const leftOut = countLeftOut();
  for (const page of harvested?.pages ?? []) {
    const text = await spool.read(page);
    for await (const { element } of elementsOf(piecesOf(text), chooseInAnswer)) {
      if (element.name !== 'record') continue;
      // Its line in one of many answers says nothing.
      for (const found of readRecord(element, leftOut)) yield withoutLine(found);
    }
  }
  const words = leftOut.describe();
  if (words) yield { kind: 'note', text: words };
  for (const text of notes) yield { kind: 'note', text };
}

function withoutLine(found: Found): Found {
  if (found.kind === 'record') {
    const { key } = found.record;
    return { ...found, record: { ...found.record, line: null, ...(key && { place: key }) } };
  }
  return 'line' in found ? { ...found, line: null } : found;
}
