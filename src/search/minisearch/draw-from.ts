import type { Draw } from '../archive.ts';
import type { Filter } from '../hits.ts';
import { isOpen, passes } from './filter.ts';
import type { Shelf } from './shelf.ts';

/** Draws one of those that pass and haven't been seen; the same for the same seed. */
export function drawFrom(
  { documents, columns }: Shelf,
  filter: Filter,
  seen: ReadonlySet<string>,
  seed: number,
): Draw {
  const hasPassed = passes(columns, filter);
  const pool = isOpen(filter) ? documents : documents.filter((_, place) => hasPassed(place));
  const unseen = seen.size > 0 ? pool.filter(({ id }) => !seen.has(id)) : pool;
  return {
    document: unseen[seed % unseen.length] ?? null,
    total: pool.length,
    unseen: unseen.length,
    exhausted: unseen.length > 0 ? [] : pool.map(({ id }) => id),
  };
}
