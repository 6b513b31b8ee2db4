import { count, countDocuments } from './count.ts';

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
