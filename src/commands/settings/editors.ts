import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';
import { settingsWords } from '../../wording/settings.ts';

const words = settingsWords.editors;

/** `/settings editors`: the role whose members may add documents. */
export async function editors(
  guildId: string,
  options: Options,
  { store }: Services,
): Promise<Reply> {
  const role = text(options, 'role');
  if (role && options.clear === true) throw new UserError(words.roleAndClear);
  if (role) await store.settings.setEditors(guildId, role);
  else if (options.clear === true) await store.settings.setEditors(guildId, undefined);
  const current = await store.settings.editors(guildId);
  return { embeds: [notice(words.title, describe(current, guildId))], private: true };
}

function describe(role: string | undefined, guildId: string): string {
  if (!role) return words.managers;
  return role === guildId ? words.everyone : words.role(`<@&${role}>`);
}
