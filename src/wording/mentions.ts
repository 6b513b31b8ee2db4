/** Messages that mention the app. */
export const mentionWords = {
  help: {
    title: 'What are you looking for?',
    text: 'Mention me with words to search for, or with a title or a date in double brackets, such as `[[Long Telegram]]` or `[[1946-02-22]]`. A link or an id of a document will do, too.',
  },
};
