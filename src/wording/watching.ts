/** `/watch`. What is watched comes escaped. */
export const watchingWords = {
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
    none: 'Nothing is watched yet. Begin with `/watch add`.',
    more: (watches: number) => `…and ${watches} more.`,
    byDirectMessage: 'by direct message',
    /** @param channel as Discord's mention */
    inChannel: (channel: string) => `in ${channel}`,
    since: (day: string) => `since ${day}`,
    changes: 'also changes',
    /** @param owner as Discord's mention */
    of: (owner: string) => `of ${owner}`,
    paused: (why: string) => `**paused**: ${why}`,
  },
  none: (typed: string) => `You have no watch “${typed}”. Choose one from the list while typing.`,

  moved: {
    title: 'Watching',
    /** @param channel as Discord's mention */
    to: (channel: string) => `You will be told in ${channel}.`,
    here: 'You will be told here.',
  },
  ofOther: 'This watch is somebody else’s.',
};
