import { count } from './count.ts';

/** `/help`. Examples come as Markdown: a command as it is typed, or a part of one. */
export const helpWords = {
  command: 'What you can do here, with examples from this archive',
  title: 'What you can do here',
  intro: (documents: number, collections: number) =>
    `This reading room holds ${count(documents)} documents of ${count(collections)} ${collections === 1 ? 'collection' : 'collections'}. Every example below finds something in it. With \`private:true\` an answer is for you alone; a private card has a button that shares it.`,

  find: {
    title: 'Find documents',
    search: (example: string, found: number) => `${example} finds ${count(found)}`,
    syntax: (collection: string) =>
      `Also \`-without\`, \`OR\`, \`title:\` and \`since:\`; in ${collection} alone with \`coll:\`.`,
    parts: '`in:records` or `in:texts` looks in descriptions or in the texts alone',
    passages: (example: string) => `${example} what the texts say, word for word`,
    noPassages:
      '*passages* shows what the texts say to a question, word for word, where texts are loaded.',
    mention:
      'Mention me in a message with `[[a title]]`, `[[a date]]`, a link or an id for a small card, or with words for a search.',
    messages:
      'On any message: Apps, then *Find documents*, to search for what it mentions, or *Open linked documents*.',
  },

  dates: {
    title: 'Dates',
    onThisDay: (example: string) => `${example} what happened on a day of the year`,
    date: (example: string) => `${example} all of a month; a day, a year or a span as well`,
    timeline: (example: string) => `${example} a picture of when they are from`,
    collection: (example: string) => `${example} what it holds, its span and its gaps`,
  },

  discussion: {
    title: 'In the discussion',
    document: (example: string) => `${example} puts the card into the channel`,
    related: (example: string) => `${example} what is most like it, and why`,
    naming: 'A document’s link, id or archival reference works wherever its title does.',
    random: '`/random` draws a document that this channel hasn’t seen yet',
    about: '`/about` what is loaded, and what is known to be missing',
    privacy: '`/privacy show` what is stored about you, and how to have it deleted',
    cards: 'Under a card: share it, with a note if you like, discuss it, or remove it.',
  },

  collecting: {
    title: 'Collect and cite',
    create: (example: string) => `${example} makes a list, for you or for the server`,
    add: (example: string) => `${example} keeps a document, with a note why`,
    show: (example: string) =>
      `${example} what is in it; *list export* gives one file for Zotero or to read`,
    messages: 'On a message with a card or a link: Apps, then *Save to a list*.',
    cite: (example: string) => `${example} cites it, or gives a file`,
    watch: (example: string) =>
      `${example} tells you of new documents that it finds; *Save* under a search does the same`,
    quote: (example: string) => `${example} whether a quotation is exact, and where`,
    quotedInMessages: 'On any message: Apps, then *Check quotation*, to check what it quotes.',
  },

  adding: {
    title: 'Add documents',
    adding: '*archive add* adds one by a form; *archive import* a file, such as a table',
    messages: 'On a message with a file: Apps, then *Import this file*.',
    undoing: '*archive undo* takes back what you added; *archive export* gives all of it',
  },

  managing: {
    title: 'For server managers',
    settings:
      '`/settings memory` whether cards say when they came up before; *settings mentions* where I answer when mentioned',
    editors: '`/settings editors` which role may add documents',
    daily: '*daily set* posts the day’s documents to a channel every day',
  },
};
