import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { ComponentInteraction, Invoker, Reply, Services } from '../../interactions/command.ts';
import { requireHere } from '../../watches/begin-watch.ts';
import { mayEnd } from '../../watches/end-watch.ts';
import { watchWords as words } from '../../wording/watches.ts';

/** `Post here instead`: from now on a watch is told to all in the channel. */
export async function postHere(
  { args: [id = ''] }: ComponentInteraction,
  { store }: Services,
  invoker: Invoker,
): Promise<Reply> {
  const watch = await store.watches.find(id);
  if (!watch) throw new UserError(words.hasEnded);
  if (!mayEnd(watch, invoker)) throw new UserError(words.ofOther);
  const channel = requireHere(invoker);
  await store.watches.moveTo(id, channel);
  const where = channel ? words.moved.to(`<#${channel}>`) : words.moved.here;
  return { embeds: [notice(words.moved.title, where)], private: true };
}
