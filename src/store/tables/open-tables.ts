import type { Kysely } from 'kysely';
import type { Store } from '../store.ts';
import { createAdditions } from './additions.ts';
import type { Clock } from './clock.ts';
import { createDayPosts } from './day-posts.ts';
import { createDepartures } from './departures.ts';
import { createDigests } from './digests.ts';
import { createDiscussions } from './discussions.ts';
import { createDraws } from './draws.ts';
import { createKnownDocuments } from './known-documents.ts';
import { createLeases } from './leases.ts';
import { createListItems } from './list-items.ts';
import { createLists } from './lists.ts';
import { createMentionReplies } from './mention-replies.ts';
import { createPeople } from './people.ts';
import type { Schema } from './schema.ts';
import { createSettings } from './settings.ts';
import { createShares } from './shares.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createViews } from './views.ts';
import { createWatches } from './watches.ts';

/** The store over a database that is open and up to date. */
export const openTables = (db: Kysely<Schema>, clock: Clock): Store => ({
  views: createViews(db),
  draws: createDraws(db),
  shares: createShares(db, clock),
  discussions: createDiscussions(db),
  settings: createSettings(db),
  lists: createLists(db),
  listItems: createListItems(db),
  subscriptions: createSubscriptions(db),
  dayPosts: createDayPosts(db, clock),
  mentionReplies: createMentionReplies(db, clock),
  departures: createDepartures(db, clock),
  people: createPeople(db),
  leases: createLeases(db, clock),
  additions: createAdditions(db),
  knownDocuments: createKnownDocuments(db),
  watches: createWatches(db),
  digests: createDigests(db, clock),
  close: () => db.destroy(),
});
