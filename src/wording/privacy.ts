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
    text: 'The rows of each table, as they stand in the database. Times are in milliseconds since 1970.',
  },

  forget: {
    title: 'Forget you?',
    text: [
      'This can’t be undone.',
      '- **Deleted**: your own lists and your watches, the questions behind your buttons, and what was drawn for you alone.',
      '- **Kept without your name**: documents and notes in servers’ lists, documents that you added to a server, cards that you shared, discussions, the day’s post.',
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
