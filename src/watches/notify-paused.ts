import { notice } from '../cards/notice.ts';
import { Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Watch } from '../store/tables/watches.ts';
import { formatWatched, WatchQuestion } from './question.ts';

/** Why a watch is paused, for its owner. */
export function describePause({ channel, paused }: Pick<Watch, 'channel' | 'paused'>): string {
  if (channel === undefined) return 'Discord lets me send you no direct messages';
  if (paused === 'gone') return 'its channel is gone';
  if (paused === 'forbidden') {
    return `I may no longer post in <#${channel}>: I need “View Channel”, “Send Messages” and “Embed Links” there`;
  }
  if (paused === 'history') {
    return `I can’t check what I posted in <#${channel}>: I need “Read Message History” there`;
  }
  return `Discord refused what I posted in <#${channel}>`;
}

/** Writes once to the owner of a paused watch, if they accept direct messages. */
export async function notifyPaused(
  watch: Watch,
  { store, channels }: Pick<Services, 'store' | 'channels'>,
): Promise<void> {
  const read = WatchQuestion.safeParse(watch.question);
  const named = read.success ? formatWatched(read.data) : 'a search';
  const words = `Your watch for ${named} is paused: ${describePause(watch)}. To go on, add it again with \`/watch add\`.`;
  await channels
    .sendDirect(watch.owner, { embeds: [notice('A watch is paused', words)] }, `p${watch.id}`)
    .catch((error) => {
      if (!(error instanceof Refused)) throw error;
    });
  await store.watches.markNotified(watch.id);
}
