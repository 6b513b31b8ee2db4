import type { Schema } from './schema.ts';

/**
 * Where a person's Discord id stands in a column: as the whole value, as `user:ID`, or somewhere in a
 * text; and what stands there once they are forgotten.
 */
type PersonalTrace<Row> =
  | { column: keyof Row & string; as: 'id' | 'user:id'; leaves: 'no row' | '' | null }
  | { column: keyof Row & string; as: 'within'; leaves: '' };

/** Where a server's id stands in a column: as the whole value, or as `guild:ID`. */
type ServerTrace<Row> = { column: keyof Row & string; as: 'id' | 'guild:id' };

type Belongings<Row> = {
  people: readonly PersonalTrace<Row>[];
  servers: readonly ServerTrace<Row>[];
};

/**
 * What in each table belongs to persons and to servers. It doesn't compile without a table; that no
 * column is missing is tested with a row of each.
 */
export const BELONGINGS: { [Table in keyof Schema]: Belongings<Schema[Table]> } = {
  views: {
    people: [
      { column: 'owner', as: 'id', leaves: 'no row' },
      // What was removed from a list can be put back, with who had added it.
      { column: 'input', as: 'within', leaves: '' },
    ],
    servers: [],
  },
  draws: {
    people: [{ column: 'channel', as: 'user:id', leaves: 'no row' }],
    servers: [{ column: 'guild', as: 'id' }],
  },
  shares: {
    people: [{ column: 'user', as: 'id', leaves: '' }],
    servers: [{ column: 'scope', as: 'id' }],
  },
  discussions: {
    people: [{ column: 'user', as: 'id', leaves: '' }],
    servers: [{ column: 'scope', as: 'id' }],
  },
  settings: { people: [], servers: [{ column: 'guild', as: 'id' }] },
  // Their items go with them.
  lists: {
    people: [
      { column: 'scope', as: 'user:id', leaves: 'no row' },
      { column: 'created_by', as: 'id', leaves: '' },
    ],
    servers: [{ column: 'scope', as: 'guild:id' }],
  },
  list_items: {
    people: [
      { column: 'added_by', as: 'id', leaves: '' },
      { column: 'note_by', as: 'id', leaves: null },
      // Notes of others may mention the person.
      { column: 'note', as: 'within', leaves: '' },
    ],
    servers: [],
  },
  subscriptions: {
    people: [{ column: 'set_by', as: 'id', leaves: '' }],
    servers: [{ column: 'guild', as: 'id' }],
  },
  day_posts: { people: [], servers: [{ column: 'guild', as: 'id' }] },
  addition_versions: { people: [], servers: [{ column: 'guild', as: 'id' }] },
  additions: {
    people: [{ column: 'added_by', as: 'id', leaves: null }],
    servers: [{ column: 'guild', as: 'id' }],
  },
  added_documents: { people: [], servers: [{ column: 'guild', as: 'id' }] },
  known_documents: { people: [], servers: [{ column: 'scope', as: 'id' }] },
  changes: { people: [], servers: [{ column: 'scope', as: 'id' }] },
  // What they tell goes with them.
  watches: {
    people: [{ column: 'owner', as: 'id', leaves: 'no row' }],
    servers: [{ column: 'guild', as: 'id' }],
  },
  digests: { people: [], servers: [] },
  mention_replies: { people: [], servers: [{ column: 'guild', as: 'id' }] },
  departures: { people: [], servers: [{ column: 'guild', as: 'id' }] },
  leases: { people: [], servers: [] },
};

/** The tables in an order in which rows that others refer to go first. */
export const BELONGING_TABLES = Object.keys(BELONGINGS) as readonly (keyof Schema)[];
