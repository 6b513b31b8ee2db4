import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Spool, SpoolRange } from '../../../data/import/spool.ts';
import type { Requests } from '../../requests/requests.ts';
import { withoutQuery } from '../../requests/without-query.ts';
import { SourceFailure } from '../../source-failure.ts';
import { readJson } from '../read-json.ts';

/** An item, as far as it matters for paging. */
const Item = z.looseObject({ 'o:id': z.int() });

/** Items of a site, in the spool, and what tells whether any of them has changed. */
export type Items = { ranges: readonly SpoolRange[]; digest: string };

const PER_PAGE = 100;
/** How often is begun again for items that change while they are read. */
const ATTEMPTS = 3;

/**
 * Reads all items, page by page, in the order of their numbers.
 * @param address of the first page, with the set and the keys
 * @throws SourceFailure for a list that isn't whole
 */
export async function readItems(address: URL, requests: Requests, spool: Spool): Promise<Items> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const items = await readOnce(address, requests, spool);
    if (items) return items;
  }
  throw new SourceFailure(
    `The items of ${withoutQuery(address)} changed each time while they were read, ${ATTEMPTS} times, or their list isn’t whole.`,
  );
}

/** Null if the pages don't fit together. */
async function readOnce(address: URL, requests: Requests, spool: Spool): Promise<Items | null> {
  const ranges: SpoolRange[] = [];
  const seen = new Set<number>();
  const hash = createHash('sha256');
  let total: string | null = null;
  for (let number = 1; ; number += 1) {
    const page = new URL(address);
    page.searchParams.set('sort_by', 'id');
    page.searchParams.set('sort_order', 'asc');
    page.searchParams.set('per_page', String(PER_PAGE));
    page.searchParams.set('page', String(number));
    const answer = await requests.get(page);
    const said = answer.headers.get('omeka-s-total-results');
    const items = await readJson(answer, z.array(Item));
    if (total !== null && said !== total) return null;
    total = said;
    for (const item of items) {
      if (seen.has(item['o:id'])) return null;
      seen.add(item['o:id']);
      const text = JSON.stringify(item);
      hash.update(text);
      ranges.push(await spool.add(text));
    }
    const isLast = items.length === 0 || (total !== null && seen.size >= Number(total));
    if (!isLast) continue;
    return total === null || seen.size === Number(total)
      ? { ranges, digest: hash.digest('hex') }
      : null;
  }
}
