import { UserError } from '../../errors.ts';
import type { Window } from '../archive.ts';

/** How many of what is found OpenSearch gives at most, those passed over among them. */
export const MOST_HITS = 10_000;

/** @throws UserError for a page that lies too far behind */
export function checkWindow({ offset, limit }: Window): void {
  if (limit === 0 || offset + limit <= MOST_HITS) return;
  const most = MOST_HITS.toLocaleString('en');
  throw new UserError(
    `Only the first ${most} results can be shown. Narrow the search by more words, dates or a collection.`,
  );
}
