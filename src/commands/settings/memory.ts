import { notice } from '../../cards/notice.ts';
import type { Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';

/** `/settings memory`: whether cards say that they came up before. */
export async function memory(
  guildId: string,
  options: Options,
  { store }: Services,
): Promise<Reply> {
  const show = text(options, 'show');
  if (show) await store.settings.setRemembersCards(guildId, show === 'on');
  const words = (await store.settings.remembersCards(guildId))
    ? 'Cards say when they were shared before, and where they are discussed.'
    : 'Cards no longer say when they were shared before. They still say if the record has changed since.';
  return { embeds: [notice('Memory of cards', words)], private: true };
}
