import { UserError } from '../../errors.ts';
import { archiveWords } from '../../wording/failures.ts';
import type { Window } from '../questions.ts';

/** How many of what is found OpenSearch gives at most, those passed over among them. */
export const MOST_HITS = 10_000;

/** @throws UserError for a page that lies too far behind */
export function checkWindow({ offset, limit }: Window): void {
  if (limit === 0 || offset + limit <= MOST_HITS) return;
  throw new UserError(archiveWords.tooFarBehind(MOST_HITS));
}
