import { count } from './count.ts';

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
    `The texts are still being read: ${count(documents)} documents so far. Please ask again in a few minutes; \`/search\` with \`in:records\` searches the records alone.`,
  textsUnreadable:
    'The texts can’t be read right now; whoever runs this bot finds the reason in its log. `/search` with `in:records` searches the records alone.',
};
