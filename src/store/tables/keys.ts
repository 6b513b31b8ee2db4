import type { Schema } from './schema.ts';

/** The tables that outlive the process: leases are those of the processes that run now. */
export type KeyedTable = Exclude<keyof Schema, 'leases'>;

/** What makes a row one of its kind in its table; what refers to others comes after them. */
export const KEYS = {
  views: ['id'],
  draws: ['channel', 'document'],
  shares: ['message'],
  discussions: ['channel', 'document'],
  settings: ['guild', 'name'],
  lists: ['id'],
  list_items: ['list', 'document'],
  subscriptions: ['guild'],
  day_posts: ['guild', 'day'],
  addition_versions: ['guild'],
  additions: ['guild', 'version'],
  added_documents: ['guild', 'document'],
  known_documents: ['scope', 'document', 'content'],
  changes: ['number'],
  watches: ['id'],
  digests: ['id'],
  mention_replies: ['message'],
  departures: ['guild'],
} as const satisfies Record<KeyedTable, readonly string[]>;
