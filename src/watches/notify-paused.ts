import { notice } from '../cards/notice.ts';
import { Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Watch } from '../store/tables/watches.ts';
import { watchWords } from '../wording/watches.ts';
import { formatWatched, WatchQuestion } from './question.ts';

/** Why a watch is paused, for its owner. */
export function describePause({ channel, paused }: Pick<Watch, 'channel' | 'paused'>): string {
  const { reasons } = watchWords;
  if (channel === undefined) return reasons.noDirectMessages;
  const there = `<#${channel}>`;
  if (paused === 'gone') return reasons.channelGone;
  if (paused === 'forbidden') return reasons.forbidden(there);
  return paused === 'history' ? reasons.noHistory(there) : reasons.refused(there);
}

/** Writes once to the owner of a paused watch, if they accept direct messages. */
export async function notifyPaused(
  watch: Watch,
  { store, channels }: Pick<Services, 'store' | 'channels'>,
): Promise<void> {
  const read = WatchQuestion.safeParse(watch.question);
  const { title, text, unnamed } = watchWords.paused;
  const named = read.success ? formatWatched(read.data) : unnamed;
  const embeds = [notice(title, text(named, describePause(watch)))];
  await channels.sendDirect(watch.owner, { embeds }, `p${watch.id}`).catch((error) => {
    if (!(error instanceof Refused)) throw error;
  });
  await store.watches.markNotified(watch.id);
}
