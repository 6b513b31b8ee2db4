import { count } from './count.ts';

/** `/watch`, and watches from their beginning to their end. What is watched, people and channels come as Markdown. */
export const watchWords = {
  command: {
    description: 'Be told of new documents',
    add: {
      description: 'Be told when documents come that a search finds',
      query: 'What to look for, as in /search',
      where: 'Where you are told; by direct message unless you choose',
      here: 'here: in this channel, for all to see',
      dm: 'dm: by direct message',
      changes: 'Also tell of records that change',
    },
    list: 'What is watched',
    remove: { description: 'End a watch', watch: 'Which; choose while typing' },
  },

  list: {
    title: 'Watches',
    none: 'You have no watches here. Begin with `/watch add`.',
    /** @param most that a server can have */
    othersByDirectMessage: (most: number, watches: number) => {
      const [are, whose] = watches === 1 ? ['is', 'its owner'] : ['are', 'their owners'];
      return `Of the ${most} that this server can have, ${watches} ${are} told by direct message, and seen by ${whose} alone.`;
    },
    more: (watches: number) => `…and ${count(watches)} more.`,
    byDirectMessage: 'by direct message',
    inChannel: (channel: string) => `in ${channel}`,
    since: (day: string) => `since ${day}`,
    changes: 'also changes',
    of: (owner: string) => `of ${owner}`,
    paused: (why: string) => `**paused**: ${why}`,
  },
  none: (typed: string) => `You have no watch “${typed}”. Choose one from the list while typing.`,

  begun: {
    title: (watched: string) => `Watching ${watched}`,
    baseline: ({ now, filter, channel, day, changes }: Baseline) => {
      const there =
        now === 1 ? 'There is 1 now' : `There are ${now === 0 ? 'none' : count(now)} now`;
      const among = filter.length > 0 ? ` (${filter.join(', ')})` : '';
      const where = channel === undefined ? 'by direct message' : `in ${channel}`;
      const also = changes ? ', and of records that change' : '';
      return `${there}${among}; you will be told ${where} of what comes after ${day}${also}.`;
    },
    howWordsCount:
      'As in `/search`, a document counts if it holds one of the words, in its record or its text, and the best come first; words in quotation marks must stand together. Spelling isn’t corrected, and likeness in meaning doesn’t count.',
    postHere: 'Post here instead',
    stop: 'Stop watching',
  },
  cantPostHere: 'I can’t post here by myself. Use `where:dm`.',
  textsPending:
    'The texts are still being read, so I can’t tell yet what is new. Try again in a few minutes; `/about` says how far they are.',
  already: (watched: string) => `You already watch ${watched} there.`,
  tooMany: (most: number) =>
    `You have ${most} watches, and can’t have more. End one with /watch remove.`,
  /** @param direct how many of them are told by direct message */
  tooManyHere: (most: number, direct: number) =>
    `This server has ${most} watches, and can’t have more: ${most - direct} in its channels, ${direct} by direct message. One must end with /watch remove: server managers can end those in channels, and everyone their own.`,

  moved: {
    title: 'Watching',
    to: (channel: string) => `You will be told in ${channel}.`,
    here: 'You will be told here.',
  },
  ofOther: 'This watch is somebody else’s.',
  hasEnded: 'This watch has already ended.',
  onlyOwner: 'Only the person whose watch this is, or someone with “Manage Server”, can end it.',
  ended: {
    title: 'No longer watching',
    text: (watched: string) => `Nothing more will be told of ${watched}.`,
    /** Where it can’t be said what was watched. */
    unnamed: 'Nothing more will be told of this.',
  },

  paused: {
    title: 'A watch is paused',
    /** @param why one of the reasons */
    text: (watched: string, why: string) =>
      `Your watch for ${watched} is paused: ${why}. To go on, add it again with \`/watch add\`.`,
    /** Where it can’t be said what is watched. */
    unnamed: 'a search',
  },
  reasons: {
    noDirectMessages: 'Discord lets me send you no direct messages',
    channelGone: 'its channel is gone',
    forbidden: (channel: string) =>
      `I may no longer post in ${channel}: I need “View Channel”, “Send Messages” and “Embed Links” there`,
    noHistory: (channel: string) =>
      `I can’t check what I posted in ${channel}: I need “Read Message History” there`,
    refused: (channel: string) => `Discord refused what I posted in ${channel}`,
  },
};

/** What a watch begins with: how many documents are there `now`, its `filter` in words, and what it will tell. */
type Baseline = {
  now: number;
  filter: readonly string[];
  /** Undefined for direct messages. */
  channel: string | undefined;
  day: string;
  /** Whether it tells of records that change as well. */
  changes: boolean;
};

/** What a watch tells. What is watched, and its owner, come as Markdown. */
export const digestWords = {
  /** One of the numbers may be 0. */
  title: (fresh: number, changed: number, watched: string) => {
    const parts = [
      ...(fresh > 0 ? [`${count(fresh)} new`] : []),
      ...(changed > 0 ? [`${count(changed)} changed`] : []),
    ];
    return `${parts.join(', ')} for ${watched}`;
  },
  watchedBy: (owner: string) => `Watched by ${owner}.`,
  more: (documents: number) =>
    `…and ${count(documents)} more. *Search* shows them among all others.`,
  addedElsewhere: 'What people have added to a server can be opened there alone.',
  footer: 'A watch',
  search: 'Search',
  stop: 'Stop watching',
};
