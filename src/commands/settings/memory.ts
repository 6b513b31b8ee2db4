import { notice } from '../../cards/notice.ts';
import type { Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import { settingsWords } from '../../wording/settings.ts';

const words = settingsWords.memory;

/** `/settings memory`: whether cards say that they came up before. */
export async function memory(
  guildId: string,
  options: Options,
  { store }: Services,
): Promise<Reply> {
  const show = text(options, 'show');
  if (show) await store.settings.setRemembersCards(guildId, show === 'on');
  const isOn = await store.settings.remembersCards(guildId);
  return { embeds: [notice(words.title, isOn ? words.on : words.off)], private: true };
}
