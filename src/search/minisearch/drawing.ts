import type { Document } from '../../data/corpus/document.ts';
import { certainDay } from '../../data/dates/anniversary.ts';
import { compareText } from '../../data/dates/compare.ts';
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

/** As many documents as are looked through for one that shows most. */
const LOOKED_AT = 500;
const LONGEST_TITLE = 80;
const TWO_NAMES = /\p{Lu}[\p{L}\p{M}]{2,} \p{Lu}[\p{L}\p{M}]{2,}/u;

/** The document that shows most of what one can ask: always the same for the same documents. */
export function showiest(documents: readonly Document[]): Document | undefined {
  const step = Math.ceil(documents.length / LOOKED_AT);
  const [best] = documents
    .filter((_, place) => place % step === 0)
    .sort((a, b) => shows(b) - shows(a) || compareText(a.id, b.id));
  return best;
}

const shows = (document: Document): number =>
  [
    certainDay(document.date),
    document.people?.length,
    document.places?.length,
    document.description,
    document.title.length <= LONGEST_TITLE,
    TWO_NAMES.test(document.title),
  ].filter(Boolean).length;
