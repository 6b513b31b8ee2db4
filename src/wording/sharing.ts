import { count } from './count.ts';

/** Cards that all in a channel see. Titles come as plain text where they are in quotation marks, people as Discord's mentions. */
export const sharingWords = {
  /** With which a shared card begins: by it the bot knows whose it is. */
  sharedBy: (person: string) => `Shared by ${person}`,
  /** @param url of the message */
  shared: (url: string) => `Shared here: ${url}`,
  note: {
    title: 'Share with a note',
    label: 'Your note',
    description: (title: string) => `Stands above the card of “${title}”`,
  },
  onlySharer:
    'Only the person who posted this card, or someone with “Manage Messages”, can remove it.',
  changed: {
    title: 'Changed since',
    text: (day: string) => `This record has changed since its card was shared on ${day}.`,
  },
};

/** When a document was shared last and by whom, with a link to its card, and how often in all. */
type Shared = { times: number; day: string; person: string; card: string };

const shared = ({ times, day, person, card }: Shared): string => {
  if (times === 1) return `once, on ${day} by ${person} (${card})`;
  return `${times === 2 ? 'twice' : `${count(times)} times`}, last on ${day} by ${person} (${card})`;
};

/** What a card says of the times that its document came up before. */
export const memoryWords = {
  heading: 'Came up before',
  /** The words of the link. */
  card: 'card',
  sharedHere: (here: Shared) => `Shared here ${shared(here)}.`,
  sharedIn: (channel: string, there: Shared) => `Shared in ${channel} ${shared(there)}.`,
  inMoreChannels: (channels: number) => `And in ${count(channels)} more.`,
  /** `named` are some of the threads. */
  discussed: (threads: number, named: readonly string[]) =>
    `${threads === 1 ? 'One discussion' : `${count(threads)} discussions`}: ${named.join(', ')}.`,
  sharedHereAndDiscussed: (here: Shared, threads: number, named: readonly string[]) =>
    `Shared here ${shared(here)}; ${threads === 1 ? 'one discussion' : `${count(threads)} discussions`}: ${named.join(', ')}.`,
};

/** Threads in which a document is discussed. Threads and people come as Discord's mentions. */
export const discussionWords = {
  title: 'Discussion',
  isOpen: (thread: string) => `The discussion is open: ${thread}.`,
  isOpenAlready: (thread: string) => `This channel is discussing it in ${thread}.`,
  startedBy: (person: string) => `Discussion started by ${person}`,

  notInServer: 'Discussions can only be opened in a server channel.',
  inThread: 'You’re already in a thread: discuss the document right here.',
  notMember: 'I can only open threads in servers that I’ve been added to.',
  cardGone: 'I couldn’t open a thread on this card. Was it deleted?',
};
