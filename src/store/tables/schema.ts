import type { Generated } from 'kysely';

/** What a message's buttons need to work after a restart: the question that made it. */
type ViewsTable = {
  id: string;
  command: string;
  /** The command's input as JSON. */
  input: string;
  /** Discord user whose clicks turn the page in place. */
  owner: string;
  /** Milliseconds since the epoch. */
  created_at: number;
};

/**
 * Which documents were drawn at random in which channel, or by whom for themselves (`user:ID`), so that
 * none comes twice. The server is null for what was drawn elsewhere, or before that was kept.
 */
type DrawsTable = { channel: string; document: string; guild: string | null };

/** Cards that everyone in a channel sees, by whom and as of which state of the document. */
type SharesTable = {
  /** The message; until it is sent, the interaction that it answers. */
  message: string;
  /** Where the message stands: a channel or a thread. */
  channel: string;
  /** The channel that decides who sees it: of a public thread its parent, or the same. */
  parent: string;
  /** The server; in direct messages the conversation. */
  scope: string;
  document: string;
  fingerprint: string;
  user: string;
  /** Milliseconds since the epoch, by the clock of the process that shared it: what people are shown. */
  at: number;
  /** The same by the database's clock; null for what was entered before that was kept. */
  begun_at: number | null;
  /** 1 once Discord has taken the message. */
  sent: number;
};

/** The thread in which a channel discusses a document. */
type DiscussionsTable = {
  channel: string;
  document: string;
  scope: string;
  thread: string;
  user: string;
  at: number;
};

/** What a server has set, where it differs from how things are out of the box. */
type SettingsTable = { guild: string; name: string; value: string };

/** Lists of documents; `key` is the name as names are compared. */
type ListsTable = {
  id: Generated<number>;
  /** `user:ID` or `guild:ID`. */
  scope: string;
  name: string;
  key: string;
  created_by: string;
  created_at: number;
  deleted_at: number | null;
  /** The interaction that made it; null if that was not kept. */
  created_in: string | null;
};

/** What is in the lists. */
type ListItemsTable = {
  list: number;
  document: string;
  title: string;
  fingerprint: string;
  note: string;
  added_by: string;
  added_at: number;
  /** Who wrote the note and when; null if that was not kept. */
  note_by: string | null;
  note_at: number | null;
};

/** Where and when a server has its day's post. */
type SubscriptionsTable = {
  guild: string;
  channel: string;
  time: string;
  zone: string;
  empty: string;
  set_by: string;
  set_at: number;
  paused: string | null;
  /** 1 if the person who set it has been notified of the pause. */
  told: number;
};

/** Each day's post, claimed before it is sent. */
type DayPostsTable = {
  guild: string;
  /** `YYYY-MM-DD` on the clock of the subscription's zone. */
  day: string;
  state: 'claimed' | 'posted' | 'empty' | 'late' | 'refused' | 'failed' | 'unknown';
  lease_until: number;
  /** How often it was tried, and since when; 0 for what was begun before that was kept. */
  tries: number;
  begun_at: number;
  channel: string | null;
  message: string | null;
};

/** How often a server's additions have changed. Its row is locked while they do. */
type AdditionVersionsTable = { guild: string; version: number };

/** What people have added to their servers; `version` is the one that it made. */
type AdditionsTable = {
  guild: string;
  version: number;
  kind: 'form' | 'import';
  /** The name of the file that was imported. */
  file: string | null;
  /** Null once the person has been forgotten. */
  added_by: string | null;
  added_at: number;
  /** When it was undone; then it has no documents. */
  undone_at: number | null;
};

/** The documents that were added, in the order of `version` and `position`. */
type AddedDocumentsTable = {
  guild: string;
  document: string;
  version: number;
  position: number;
  /** The document as JSON. */
  record: string;
  fingerprint: string;
  /** Where it stands in the file. */
  line: number | null;
  place: string | null;
};
/** Which message answers one that mentions the app. */
type MentionRepliesTable = { message: string; guild: string; reply: string; at: number };
/**
 * Servers that the bot has been in, and since when it is known by the database's clock that it has left;
 * null as long as it is there.
 */
type DeparturesTable = { guild: string; at: number | null };

/** Who does what must be done once, until when by the database's clock. */
type LeasesTable = { name: string; holder: string; until: number };

/** Everything that has been seen of the archive, by what it said: a row is never changed. */
type KnownDocumentsTable = {
  /** Empty for the corpus, else the server whose additions these are. */
  scope: string;
  document: string;
  content: string;
  /** The number of the change with which it was first seen. */
  change: number;
  /** Null for what was there from the start, or has only another id by now. */
  news: 'new' | 'changed' | null;
};

/** Changes of the archive that have been looked through to their end. */
type ChangesTable = { number: number; scope: string; at: number };

/** What people want to be told of. */
type WatchesTable = {
  id: string;
  /** The person. */
  owner: string;
  /** The server that it was made in; null for none. */
  guild: string | null;
  /** Where it is told; null for the person alone. */
  channel: string | null;
  /** As JSON. */
  question: string;
  created_at: number;
  /** The last change that it has been asked of. */
  seen: number;
  paused: string | null;
  /** 1 if its owner has been notified of the pause. */
  told: number;
};

/** What a watch tells of one change or several, claimed before it is sent. */
type DigestsTable = {
  id: string;
  watch: string;
  /** After which change, and up to which. */
  since: number;
  until: number;
  made_at: number;
  /** As JSON. */
  news: string;
  state: 'due' | 'posted' | 'empty' | 'refused';
  lease_until: number;
  tries: number;
  begun_at: number | null;
  channel: string | null;
  message: string | null;
};

export type Schema = {
  views: ViewsTable;
  draws: DrawsTable;
  shares: SharesTable;
  discussions: DiscussionsTable;
  settings: SettingsTable;
  lists: ListsTable;
  list_items: ListItemsTable;
  subscriptions: SubscriptionsTable;
  day_posts: DayPostsTable;
  mention_replies: MentionRepliesTable;
  departures: DeparturesTable;
  leases: LeasesTable;
  addition_versions: AdditionVersionsTable;
  additions: AdditionsTable;
  added_documents: AddedDocumentsTable;
  known_documents: KnownDocumentsTable;
  changes: ChangesTable;
  watches: WatchesTable;
  digests: DigestsTable;
};
