import { mention } from '../cards/mention.ts';
import { formatDay } from '../data/dates/format.ts';
import type { DayPost } from '../store/tables/day-posts.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dayPostWords } from '../wording/daily-post.ts';
import type { Empty } from './day-post.ts';

const words = dayPostWords.status;

const PAUSES: Readonly<Record<string, string>> = words.reasons;

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
    words.set(`<#${channel}>`, time, zone, mention(setBy), words.ifEmpty[empty as Empty]),
    paused ? words.paused(PAUSES[paused] ?? paused) : words.next(formatTimestamp(next)),
    ...latest.map(({ day, state, channel: where, message }) => {
      const link =
        where && message ? `https://discord.com/channels/${guild}/${where}/${message}` : '';
      const end = words.ends[state];
      return words.day(formatDay(day), link ? `[${end}](${link})` : end);
    }),
  ];
  return lines.filter(Boolean).join('\n');
}
