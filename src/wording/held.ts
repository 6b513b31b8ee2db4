import { count, countDocuments } from './count.ts';

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
  watches: (watches: number) => `your ${count(watches)} ${watches === 1 ? 'watch' : 'watches'}`,
};

const counted = (number: number, noun: string): string =>
  `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
