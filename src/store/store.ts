import type { Additions } from './tables/addition.ts';
import type { DayPosts } from './tables/day-posts.ts';
import type { Departures } from './tables/departures.ts';
import type { Digests } from './tables/digests.ts';
import type { Discussions } from './tables/discussions.ts';
import type { Draws } from './tables/draws.ts';
import type { KnownDocuments } from './tables/known-documents.ts';
import type { Leases } from './tables/leases.ts';
import type { ListItems } from './tables/list-items.ts';
import type { Lists } from './tables/lists.ts';
import type { MentionReplies } from './tables/mention-replies.ts';
import type { People } from './tables/people.ts';
import type { Settings } from './tables/settings.ts';
import type { Shares } from './tables/shares.ts';
import type { Subscriptions } from './tables/subscriptions.ts';
import type { Views } from './tables/views.ts';
import type { Watches } from './tables/watches.ts';

/** What must outlive the process. */
export type Store = {
  views: Views;
  draws: Draws;
  shares: Shares;
  discussions: Discussions;
  settings: Settings;
  lists: Lists;
  listItems: ListItems;
  subscriptions: Subscriptions;
  dayPosts: DayPosts;
  mentionReplies: MentionReplies;
  departures: Departures;
  people: People;
  leases: Leases;
  additions: Additions;
  knownDocuments: KnownDocuments;
  watches: Watches;
  digests: Digests;
  close(): Promise<void>;
};
