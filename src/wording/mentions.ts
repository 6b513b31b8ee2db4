import { count, countDocuments } from './count.ts';

/** Messages that mention the app. Names and titles come escaped, but for that of a menu. */
export const mentionWords = {
  help: {
    title: 'What are you looking for?',
    text: 'Mention me with words to search for, or with a title or a date in double brackets, such as `[[Long Telegram]]` or `[[1946-02-22]]`. A link or an id of a document will do, too.',
  },

  /** In place of an answer to what the message said before. */
  tooManyEdits: {
    title: 'Your message has changed',
    text: (most: number) =>
      `I answer ${count(most)} messages and edits of a person a minute. Edit it once more in a minute, and I’ll answer it as it is then.`,
  },
  leftOut: (names: number) =>
    `I answer three at once; ${count(names)} more ${names === 1 ? 'was' : 'were'} left out.`,
  open: 'Open',
  openNumber: (number: number) => `Open ${number}`,
  which: (name: string) => `Which “${name}”?`,
  several: (name: string, documents: number) => `“${name}” can be ${countDocuments(documents)}.`,
  severalInMenu: (name: string, documents: number, inMenu: number) =>
    `“${name}” can be ${countDocuments(documents)}. The first ${count(inMenu)} are in the menu.`,
  none: (name: string) => `Nothing here is called “${name}”.`,
  noneButNearest: (name: string, nearest: string) =>
    `Nothing here is called “${name}”. The nearest is *${nearest}*.`,
};
