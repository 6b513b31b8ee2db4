import { notice } from '../cards/notice.ts';
import { formatDay } from '../data/dates/format.ts';
import { Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';

/** @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REASONS: Readonly<Record<number, string>> = {
  200000: 'AutoMod blocked it (200000). Let its rules pass my posts.',
  50009: 'the server’s verification level keeps me from posting there (50009).',
  50035: 'it wasn’t in a form that Discord takes (50035). Please tell whoever runs the bot.',
};

/** Writes to whoever set the daily post why a day was missed, if they accept direct messages. */
export async function notifyMissed(
  { guild, channel, setBy }: Subscription,
  day: string,
  { why, code = 0 }: Refused,
  { channels }: Services,
): Promise<void> {
  const of = `the post of ${formatDay(day)} in <#${channel}>`;
  const words =
    why === 'history'
      ? `I couldn’t check whether ${of} is there, so I didn’t post it again. Give me “View Channel” and “Read Message History” there.`
      : `Discord refused ${of}: ${REASONS[code] ?? `its reason is ${code}.`} I’ll post again on the next day.`;
  // Whoever set it may have asked to be forgotten.
  if (!setBy) return;
  await channels
    .sendDirect(
      setBy,
      { embeds: [notice('A day’s post is missing', words)] },
      `t${day}-${guild.slice(-13)}`,
    )
    .catch((error) => {
      if (!(error instanceof Refused)) throw error;
    });
}
