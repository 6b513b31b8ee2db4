import { named, type PermissionName } from './permissions.ts';

/** `/daily`: how a server sets its day's post. */
export const dailyWords = {
  command: {
    description: 'The day’s documents, posted to a channel every day',
    set: {
      description: 'Post the documents of the day, every day',
      channel: 'Where',
      time: 'When, such as 09:00',
      zone: 'Time zone: a city, a country or a zone',
      empty: 'On days without a document: nothing, some of the month, or a random one',
    },
    status: 'What is set, and how the last posts went',
    test: 'Preview today’s post; only you can see it',
    off: 'Stop the daily post',
  },
  onlyInServers: 'The day’s post only works in a server.',

  noTime: (typed: string) => `“${typed}” isn’t a time of day. Write it like 09:00.`,
  noZone: (typed: string) =>
    `There is no time zone “${typed}”. Type a city or a country and choose from the list.`,
  noChannel:
    'That channel isn’t in this server, or you or I can’t see it. Give me “View Channel” there, or choose another.',
  /** Either may lack none, but not both. */
  lackingThere: (you: readonly PermissionName[], bot: readonly PermissionName[]) =>
    [
      ...(you.length > 0 ? [`You lack ${named(you)} there.`] : []),
      ...(bot.length > 0 ? [`I lack ${named(bot)} there.`] : []),
      'Nothing was set.',
    ].join(' '),

  set: {
    title: 'The day’s post is set',
    /** @param channel as Discord's mention; @param first when it comes first */
    willPost: (channel: string, time: string, zone: string, first: string) =>
      `${channel} gets the day’s documents at ${time} (${zone}), for the first time ${first}.`,
    isPosted: 'Today’s documents have already been posted.',
  },
  status: { title: 'The day’s post' },
  test: {
    preview: 'Preview (only you can see this):',
    nothingTitle: 'Nothing today',
    nothing: 'No document is certainly of this day, so nothing would be posted.',
  },
  off: {
    title: 'The day’s post is off',
    done: 'Nothing more will be posted until someone sets it again.',
  },
  notSet: 'This server has no day’s post yet. Set one with /daily set.',
};
