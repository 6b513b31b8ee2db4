import { count, countDocuments } from './count.ts';

/** What is said where an answer fails, or comes otherwise than it was meant. */
export const failureWords = {
  /** @param reference under which it was logged */
  apology: (what: string, reference: string) =>
    `${what} If it happens again, tell whoever runs the bot the reference \`${reference}\`.`,
  /** Why there is no answer, as an apology begins. */
  unanswered: {
    wentWrong: 'Something went wrong on our side, so this is not an answer. Please try again.',
    mayBeSaved:
      'The connection to my database broke, so this is not an answer. If you were saving something, check whether it was saved before you try again.',
    cantSave:
      'I can’t save anything right now, because my database is full, locked, read-only or out of reach. Nothing was changed; please try again later.',
  },
  /** Why an answer could not be sent, as an apology begins. */
  unsent: {
    tooLarge:
      'The answer is too large for Discord, so I couldn’t send it. Ask for less, or for another format.',
    refused: 'Discord refused my answer, so I couldn’t send it. Please try again.',
    connectionBroke:
      'The connection to Discord broke while I was answering. If you can’t see the answer, please ask again.',
  },

  /** Under an answer. */
  unremembered:
    'I can’t save anything right now. This answer won’t be remembered, and some of its buttons are missing.',
  forcedPrivate:
    'Discord shows this to you alone: apps that people bring along are not allowed to speak here.',

  noSuchCommand: 'This command is no longer offered. Reload Discord.',
  noSuchSubcommand: 'This is no longer offered. Reload Discord.',
  noSuchButton: 'This button is no longer in use. Ask again with a command.',
  formTooLate: 'This took too long for a form to open. Try again.',
};

/** Why the archive can't answer a question. */
export const archiveWords = {
  overdue:
    'The search is too busy, so your question was dropped before it was answered. That doesn’t mean there are no results: please ask again in a moment.',
  unreachable: 'The archive can’t be reached right now. Please try again in a few minutes.',
  additionsUnreadable:
    'What people have added to this server can’t be read right now, so I haven’t searched at all. Please try again in a few minutes.',
  tooFarBehind: (most: number) =>
    `Only the first ${count(most)} results can be shown. Narrow the search by more words, dates or a collection.`,
  noTexts: 'This archive holds no texts yet, only records. Leave out `in:` to search the records.',
  textsBeingRead: (documents: number) =>
    `The texts are still being read: ${countDocuments(documents)} so far. Please ask again in a few minutes; \`/search\` with \`in:records\` searches the records alone.`,
  textsUnreadable:
    'The texts can’t be read right now. Whoever runs this bot can find the reason in its log; `/search` with `in:records` searches the records alone.',
};
