import { notice } from '../cards/notice.ts';
import { formatDay } from '../data/dates/format.ts';
import { Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dayPostWords } from '../wording/daily-post.ts';

const words = dayPostWords.missed;

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REASONS: Readonly<Record<number, string>> = {
  200000: words.reasons.autoMod,
  50009: words.reasons.verification,
  50035: words.reasons.malformed,
};

/** Writes to whoever set the daily post why a day was missed, if they accept direct messages. */
export async function notifyMissed(
  { guild, channel, setBy }: Subscription,
  day: string,
  { why, code = 0 }: Refused,
  { channels }: Services,
): Promise<void> {
  const [on, where] = [formatDay(day), `<#${channel}>`];
  const text =
    why === 'history'
      ? words.unchecked(on, where)
      : words.refused(on, where, REASONS[code] ?? words.reasons.other(code));
  // Whoever set it may have asked to be forgotten.
  if (!setBy) return;
  await channels
    .sendDirect(setBy, { embeds: [notice(words.title, text)] }, `t${day}-${guild.slice(-13)}`)
    .catch((error) => {
      if (!(error instanceof Refused)) throw error;
    });
}
