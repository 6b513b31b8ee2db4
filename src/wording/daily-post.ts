import { count, countDocuments } from './count.ts';
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

/** The day's post, and what becomes of it. Days are in words, channels and people as Discord's mentions. */
export const dayPostWords = {
  /** @param day without a year: 16 October */
  title: (day: string) => `On this day: ${day}`,
  documents: (documents: number) =>
    `${countDocuments(documents)} ${documents === 1 ? 'is' : 'are'} dated to this day.`,
  documentsAndMore: (documents: number, day: string, more: number) =>
    `${countDocuments(documents)} are dated to this day. Here are the oldest; \`/onthisday date:${day}\` has ${count(more)} more.`,
  ofMonth: (month: string) =>
    `No document is dated certainly to this day. Of ${month}, without a day:`,
  drawn: 'No document is dated certainly to this day. Drawn at random:',
  /** @param day as YYYY-MM-DD: by it the bot knows its own post */
  footer: (day: string) => `The day’s post · ${day}`,

  /** `/daily status` */
  status: {
    set: (channel: string, time: string, zone: string, person: string, ifEmpty: string) =>
      `${channel} at ${time} (${zone}), set by ${person}. ${ifEmpty}`,
    ifEmpty: {
      skip: 'On days without a document nothing is posted.',
      month: 'On days without a document it is some of the month’s.',
      random: 'On days without a document it is one drawn at random.',
    },
    next: (when: string) => `Next: ${when}.`,
    paused: (why: string) => `**Paused**: ${why}. Set it again with \`/daily set\`.`,
    reasons: { gone: 'the channel is gone', forbidden: 'I may no longer post there' },
    /** @param what became of it, which may be a link */
    day: (day: string, what: string) => `- ${day}: ${what}`,
    ends: {
      posted: 'posted',
      empty: 'no document for this day, so nothing was posted',
      late: 'skipped: the bot was offline for over six hours',
      refused: 'Discord refused it',
      failed: 'not posted: for six hours Discord or the archive couldn’t be reached',
      unknown:
        'perhaps posted. I couldn’t check, because I lack “Read Message History”, so I didn’t post it again',
      claimed: 'on its way',
    },
  },

  paused: {
    title: 'The day’s post is paused',
    gone: (channel: string) =>
      `The channel of the day’s post (${channel}) is gone. Nothing will be posted until someone uses \`/daily set\` in the server again.`,
    forbidden: (channel: string) =>
      `I may no longer post the day’s documents in ${channel}: I need “View Channel”, “Send Messages” and “Embed Links” there. Nothing will be posted until someone uses \`/daily set\` in the server again.`,
  },

  missed: {
    title: 'A day’s post is missing',
    unchecked: (day: string, channel: string) =>
      `I couldn’t check whether the post of ${day} in ${channel} is there, so I didn’t post it again. Give me “View Channel” and “Read Message History” there.`,
    /** @param reason a sentence of its own */
    refused: (day: string, channel: string, reason: string) =>
      `Discord refused the post of ${day} in ${channel}: ${reason} I’ll post again on the next day.`,
    reasons: {
      autoMod: 'AutoMod blocked it (200000). Let its rules pass my posts.',
      verification: 'the server’s verification level keeps me from posting there (50009).',
      malformed:
        'it wasn’t in a form that Discord takes (50035). Please tell whoever runs the bot.',
      other: (code: number) => `its reason is ${code}.`,
    },
  },
};
