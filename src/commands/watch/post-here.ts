import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { ComponentInteraction, Invoker, Reply, Services } from '../../interactions/command.ts';
import { requireHere } from '../../watches/begin-watch.ts';
import { mayEnd } from '../../watches/end-watch.ts';

/** `Post here instead`: from now on a watch is told to all in the channel. */
export async function postHere(
  { args: [id = ''] }: ComponentInteraction,
  { store }: Services,
  invoker: Invoker,
): Promise<Reply> {
  const watch = await store.watches.find(id);
  if (!watch) throw new UserError('This watch has already ended.');
  if (!mayEnd(watch, invoker)) throw new UserError('This watch is somebody else’s.');
  const channel = requireHere(invoker);
  await store.watches.moveTo(id, channel);
  const words = channel ? `You will be told in <#${channel}>.` : 'You will be told here.';
  return { embeds: [notice('Watching', words)], private: true };
}
