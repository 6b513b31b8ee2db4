import type { Held } from '../../store/tables/people.ts';
import { heldWords } from '../../wording/privacy.ts';

type Table = keyof Held;
type Rows<Name extends Table> = NonNullable<Held[Name]>;

/** What the rows of a table say of a person, as the parts of a list; null if it has none of people. */
const SAID: {
  [Name in Table]-?: ((rows: Rows<Name>, user: string) => readonly (string | false)[]) | null;
} = {
  lists: (rows, user) => {
    const [own, others] = parted(rows, ({ scope }) => scope === `user:${user}`);
    return [own > 0 && heldWords.ownLists(own), others > 0 && heldWords.serverLists(others)];
  },
  list_items: (rows, user) => {
    const added = rows.filter(({ added_by }) => added_by === user).length;
    const notes = rows.filter(({ note_by }) => note_by === user).length;
    return [added > 0 && heldWords.added(added), notes > 0 && heldWords.notes(notes)];
  },
  shares: ({ length }) => [heldWords.shared(length)],
  discussions: ({ length }) => [heldWords.discussions(length)],
  subscriptions: ({ length }) => [heldWords.dayPosts(length)],
  views: ({ length }) => [heldWords.questions(length)],
  draws: ({ length }) => [heldWords.drawn(length)],
  additions: ({ length }) => [heldWords.additions(length)],
  watches: ({ length }) => [heldWords.watches(length)],
  addition_versions: null,
  added_documents: null,
  known_documents: null,
  changes: null,
  digests: null,
  settings: null,
  day_posts: null,
  mention_replies: null,
  departures: null,
  leases: null,
};

/**
 * All that is stored about a person, a phrase each; empty if nothing is.
 * @param mentions in how many rows others typed their id
 */
export const describeHeld = (held: Held, mentions: number, user: string): readonly string[] => [
  ...describeRows(held, user),
  ...(mentions > 0 ? [heldWords.mentions(mentions)] : []),
];

const describeRows = (held: Held, user: string): readonly string[] =>
  (Object.keys(SAID) as Table[]).flatMap((table) => {
    const rows = held[table];
    // Each table's phrases are of its own rows.
    const say = SAID[table] as
      | ((rows: unknown, user: string) => readonly (string | false)[])
      | null;
    return rows && say ? say(rows, user).filter((phrase) => phrase !== false) : [];
  });

function parted<Row>(rows: readonly Row[], belongs: (row: Row) => boolean): [number, number] {
  const those = rows.filter(belongs).length;
  return [those, rows.length - those];
}
