import { mention } from '../cards/mention.ts';
import { formatDay } from '../data/dates/format.ts';
import type { DayPost } from '../store/tables/day-posts.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import type { Empty } from './day-post.ts';

const EMPTY_WORDS: Record<Empty, string> = {
  skip: 'On days without a document nothing is posted.',
  month: 'On days without a document it is some of the month’s.',
  random: 'On days without a document it is one drawn at random.',
};

const PAUSES: Readonly<Record<string, string>> = {
  gone: 'the channel is gone',
  forbidden: 'I may no longer post there',
};

const ENDS: Record<DayPost['state'], string> = {
  posted: 'posted',
  empty: 'no document for this day, so nothing was posted',
  late: 'skipped: the bot was offline for over six hours',
  refused: 'Discord refused it',
  failed: 'not posted: for six hours Discord or the archive couldn’t be reached',
  unknown:
    'perhaps posted. I couldn’t check, because I lack “Read Message History”, so I didn’t post it again',
  claimed: 'on its way',
};

/** A moment on each reader's own clock, and how far away it is. */
export const formatTimestamp = (moment: Date): string => {
  const seconds = Math.floor(moment.getTime() / 1000);
  return `<t:${seconds}:f> (<t:${seconds}:R>)`;
};

/** What is set and what became of the last posts, as Markdown. */
export function describeSubscription(
  subscription: Subscription,
  latest: readonly DayPost[],
  next: Date,
): string {
  const { guild, channel, time, zone, empty, paused, setBy } = subscription;
  const lines = [
    `<#${channel}> at ${time} (${zone}), set by ${mention(setBy)}. ${EMPTY_WORDS[empty as Empty]}`,
    paused
      ? `**Paused**: ${PAUSES[paused] ?? paused}. Set it again with \`/daily set\`.`
      : `Next: ${formatTimestamp(next)}.`,
    ...latest.map(({ day, state, channel: where, message }) => {
      const link =
        where && message ? `https://discord.com/channels/${guild}/${where}/${message}` : '';
      return `- ${formatDay(day)}: ${link ? `[${ENDS[state]}](${link})` : ENDS[state]}`;
    }),
  ];
  return lines.filter(Boolean).join('\n');
}
