import type { Schema } from './schema.ts';

/** What a column has to do with people and servers, where it is more than what stands in it. */
export type Owned = {
  /** A person's Discord id, as the whole value or as `user:ID`, and what is there once they are forgotten. */
  person?: { as: 'id' | 'user:id'; leaves: 'no row' | '' | null };
  /** A server's id, as the whole value or as `guild:ID`. */
  server?: 'id' | 'guild:id';
};

/** Text that people typed or that is from what they added: anyone's id may have got into it. */
export type Typed = 'text' | 'JSON' | 'id of a document';

/** Ids of messages, channels and such, names of ours, digests: nothing that anyone types. */
type Other = 'other';

/** The columns that take any text. */
type TextColumn<Row> = {
  [Column in keyof Row & string]: string extends NonNullable<Row[Column]> ? Column : never;
}[keyof Row & string];

const SERVER = { server: 'id' } as const satisfies Owned;

const person = <Leaves extends 'no row' | '' | null>(leaves: Leaves) =>
  ({ person: { as: 'id', leaves } }) as const satisfies Owned;

/**
 * What may stand of people and of servers in each column. It doesn't compile without every table and
 * every column of text, so that what is new can't be forgotten.
 */
const BELONGINGS: {
  [Table in keyof Schema]: { [Column in TextColumn<Schema[Table]>]: Owned | Typed | Other };
} = {
  // What was removed from a list can be put back, with who had added it.
  views: { id: 'other', command: 'other', input: 'JSON', owner: person('no row') },
  draws: {
    channel: { person: { as: 'user:id', leaves: 'no row' } },
    document: 'id of a document',
    guild: SERVER,
  },
  shares: {
    message: 'other',
    channel: 'other',
    parent: 'other',
    scope: SERVER,
    document: 'id of a document',
    fingerprint: 'other',
    user: person(''),
  },
  discussions: {
    channel: 'other',
    document: 'id of a document',
    scope: SERVER,
    thread: 'other',
    user: person(''),
  },
  settings: { guild: SERVER, name: 'other', value: 'other' },
  // Their items go with them.
  lists: {
    scope: { person: { as: 'user:id', leaves: 'no row' }, server: 'guild:id' },
    name: 'text',
    key: 'text',
    created_by: person(''),
    created_in: 'other',
  },
  list_items: {
    document: 'id of a document',
    title: 'text',
    fingerprint: 'other',
    note: 'text',
    added_by: person(''),
    note_by: person(null),
  },
  subscriptions: {
    guild: SERVER,
    channel: 'other',
    time: 'other',
    zone: 'other',
    empty: 'other',
    set_by: person(''),
    paused: 'other',
  },
  day_posts: { guild: SERVER, day: 'other', channel: 'other', message: 'other' },
  addition_versions: { guild: SERVER },
  additions: { guild: SERVER, file: 'text', added_by: person(null) },
  added_documents: {
    guild: SERVER,
    document: 'id of a document',
    record: 'JSON',
    fingerprint: 'other',
    place: 'text',
  },
  known_documents: { scope: SERVER, document: 'id of a document', content: 'other' },
  changes: { scope: SERVER },
  // What they tell goes with them.
  watches: {
    id: 'other',
    owner: person('no row'),
    guild: SERVER,
    channel: 'other',
    question: 'JSON',
    paused: 'other',
  },
  digests: { id: 'other', watch: 'other', news: 'JSON', channel: 'other', message: 'other' },
  mention_replies: { message: 'other', guild: SERVER, reply: 'other' },
  departures: { guild: SERVER },
  leases: { name: 'other', holder: 'other' },
};

/** The tables in an order in which rows that others refer to go first. */
export const BELONGING_TABLES = Object.keys(BELONGINGS) as readonly (keyof Schema)[];

type Meaning = Owned | Typed | Other;

const columnsOf = (table: keyof Schema): [column: string, meaning: Meaning][] =>
  Object.entries(BELONGINGS[table]);

/** The columns of a table that name a person. */
export const personColumns = (table: keyof Schema) =>
  columnsOf(table).flatMap(([column, meaning]) =>
    typeof meaning === 'object' && meaning.person ? [{ column, ...meaning.person }] : [],
  );

/** The columns of a table that name a server. */
export const serverColumns = (table: keyof Schema) =>
  columnsOf(table).flatMap(([column, meaning]) =>
    typeof meaning === 'object' && meaning.server ? [{ column, as: meaning.server }] : [],
  );

/** The columns of a table into which people type. */
export const typedColumns = (table: keyof Schema) =>
  columnsOf(table).flatMap(([column, meaning]) =>
    typeof meaning === 'string' && meaning !== 'other' ? [{ column, as: meaning }] : [],
  );
