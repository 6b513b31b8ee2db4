import { notice } from '../cards/notice.ts';
import { UserError } from '../errors.ts';
import type { Invoker, Reply, Services } from '../interactions/command.ts';
import { missing } from '../interactions/permissions.ts';
import type { Watch } from '../store/tables/watches.ts';
import { watchWords } from '../wording/watches.ts';
import { formatWatched, WatchQuestion } from './question.ts';

/** Whether somebody may see and end a watch: its owner, and whoever manages a server what is posted there. */
export const mayEnd = ({ owner, guild, channel }: Watch, invoker: Invoker): boolean =>
  owner === invoker.userId ||
  (channel !== undefined &&
    guild === invoker.guildId &&
    missing(invoker.permissions, ['ManageGuild']).length === 0);

/** Ends a watch. @throws UserError if it has ended, or the invoker may not end it */
export async function endWatch(id: string, { store }: Services, invoker: Invoker): Promise<Reply> {
  const watch = await store.watches.find(id);
  if (!watch) throw new UserError(watchWords.hasEnded);
  if (!mayEnd(watch, invoker)) throw new UserError(watchWords.onlyOwner);
  await store.watches.remove(id);
  const read = WatchQuestion.safeParse(watch.question);
  const { title, text, unnamed } = watchWords.ended;
  return {
    embeds: [notice(title, read.success ? text(formatWatched(read.data)) : unnamed)],
    private: true,
  };
}
