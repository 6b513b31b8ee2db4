import { count, countDocuments } from '../../cards/count.ts';
import type { Held } from '../../store/tables/people.ts';

type Table = keyof Held;
type Rows<Name extends Table> = NonNullable<Held[Name]>;

/** What the rows of a table say of a person, as the parts of a list; null if it has none of people. */
const SAID: {
  [Name in Table]-?: ((rows: Rows<Name>, user: string) => readonly (string | false)[]) | null;
} = {
  lists: (rows, user) => {
    const [own, others] = parted(rows, ({ scope }) => scope === `user:${user}`);
    return [
      own > 0 &&
        `${counted(own, 'list')} of your own, with what is in ${own === 1 ? 'it' : 'them'}`,
      others > 0 && `that you made ${counted(others, 'list')} of servers`,
    ];
  },
  list_items: (rows, user) => {
    const added = rows.filter(({ added_by }) => added_by === user).length;
    const notes = rows.filter(({ note_by }) => note_by === user).length;
    return [
      added > 0 && `that you added ${countDocuments(added)} to lists`,
      notes > 0 && `that you wrote ${counted(notes, 'note')} there`,
    ];
  },
  shares: ({ length }) => [`that you shared ${counted(length, 'card')}, where and when`],
  discussions: ({ length }) => [`that you began ${counted(length, 'discussion')}, where and when`],
  subscriptions: ({ length }) => [
    `that you set the day’s post of ${counted(length, 'server')}, and when`,
  ],
  views: ({ length }) => [
    `${counted(length, 'question')} behind the buttons of your answers, each for 400 days`,
  ],
  draws: ({ length }) => [`${countDocuments(length)} drawn at random for you alone`],
  additions: ({ length }) => [
    `that you added documents to servers ${length === 1 ? 'once' : `${count(length)} times`}, and when`,
  ],
  watches: ({ length }) => [`your ${count(length)} ${length === 1 ? 'watch' : 'watches'}`],
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
  ...(mentions > 0 ? [`your id, where others typed it: in ${counted(mentions, 'place')}`] : []),
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

const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`;

function parted<Row>(rows: readonly Row[], belongs: (row: Row) => boolean): [number, number] {
  const those = rows.filter(belongs).length;
  return [those, rows.length - those];
}
