import { count } from './count.ts';

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
