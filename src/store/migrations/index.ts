import type { Migration } from 'kysely/migration';
import { viewsAndDraws } from './0001-views-and-draws.ts';
import { sharing } from './0002-sharing.ts';
import { lists } from './0003-lists.ts';
import { daily } from './0004-daily.ts';
import { listAuthors } from './0005-list-authors.ts';
import { dayPostTries } from './0006-day-post-tries.ts';
import { leases } from './0007-leases.ts';
import { shareBegunAt } from './0008-share-begun-at.ts';
import { additions } from './0009-additions.ts';
import { watches } from './0010-watches.ts';
import { departures } from './0013-departures.ts';
import { mentionReplies } from './0014-mention-replies.ts';

/** In the order in which they run. A migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-views-and-draws': viewsAndDraws,
  '0002-sharing': sharing,
  '0003-lists': lists,
  '0004-daily': daily,
  '0005-list-authors': listAuthors,
  '0006-day-post-tries': dayPostTries,
  '0007-leases': leases,
  '0008-share-begun-at': shareBegunAt,
  '0009-additions': additions,
  '0010-watches': watches,
  '0013-departures': departures,
  '0014-mention-replies': mentionReplies,
};
