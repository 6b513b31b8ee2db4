import { count, countDocuments } from './count.ts';

/** `/privacy`. */
export const privacyWords = {
  command: {
    description: 'What is stored about you, and how to have it deleted',
    show: 'Everything that is stored about you',
    export: 'The same as a file',
    forget: 'Delete it: your lists and watches go, what servers share loses your name',
  },

  show: {
    title: 'What is stored about you',
    /** @param phrases what is stored, of `heldWords` */
    text: (phrases: readonly string[]) =>
      [
        'Stored in the database of this bot:',
        ...phrases.map((phrase) => `- ${phrase}`),
        'What you type is stored in these alone. Only you can see this answer.',
      ].join('\n'),
    exportButton: 'Export as a file',
    forgetButton: 'Forget me',
  },
  nothing: {
    title: 'Nothing is stored about you',
    text: 'There is nothing to export or to delete.',
  },

  exported: {
    title: 'Everything that is stored about you',
    text: 'The rows of each table, as they stand in the database, without what others wrote or their ids. Times are in milliseconds since 1970. `mentions` says in how many other places your id was typed, such as notes of others; what they say isn’t in the file.',
  },

  forget: {
    title: 'Forget you?',
    text: [
      'This can’t be undone.',
      '- **Deleted**: your own lists and your watches, the questions behind your buttons, and what was drawn for you alone.',
      '- **Kept without your name**: documents and notes in servers’ lists, documents that you added to a server, cards that you shared, discussions, the day’s post. Where others typed your id, it becomes “someone”.',
      'Cards in channels stay where they are; *Remove* under a card takes it away. Backups made until now hold your name as long as they are kept.',
    ].join('\n'),
    yes: 'Forget me',
    no: 'Keep everything',
  },
  forgotten: {
    title: 'You are forgotten',
    text: 'Nothing in the database names you any more.',
  },
  kept: { title: 'Nothing was deleted', text: 'Everything stays as it is.' },
};

/** What can be stored about a person, as the items of a list. All numbers are above 0. */
export const heldWords = {
  ownLists: (lists: number) =>
    lists === 1
      ? '1 list of your own, with what is in it'
      : `${count(lists)} lists of your own, with what is in them`,
  serverLists: (lists: number) => `that you made ${counted(lists, 'list')} of servers`,
  added: (documents: number) => `that you added ${countDocuments(documents)} to lists`,
  notes: (notes: number) => `that you wrote ${counted(notes, 'note')} there`,
  shared: (cards: number) => `that you shared ${counted(cards, 'card')}, where and when`,
  discussions: (discussions: number) =>
    `that you began ${counted(discussions, 'discussion')}, where and when`,
  dayPosts: (servers: number) =>
    `that you set the day’s post of ${counted(servers, 'server')}, and when`,
  questions: (questions: number) =>
    `${counted(questions, 'question')} behind the buttons of your answers, each for 400 days`,
  drawn: (documents: number) => `${countDocuments(documents)} drawn at random for you alone`,
  additions: (times: number) =>
    `that you added documents to servers ${times === 1 ? 'once' : `${count(times)} times`}, and when`,
  mentions: (places: number) => `your id, where others typed it: in ${counted(places, 'place')}`,
  watches: (watches: number) => `your ${count(watches)} ${watches === 1 ? 'watch' : 'watches'}`,
};

const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
