import { notice } from '../../cards/notice.ts';
import { UserError } from '../../errors.ts';
import type { Options, Reply, Services } from '../../interactions/command.ts';
import { text } from '../../interactions/read-options.ts';

/** `/settings editors`: the role whose members may add documents. */
export async function editors(
  guildId: string,
  options: Options,
  { store }: Services,
): Promise<Reply> {
  const role = text(options, 'role');
  if (role && options.clear === true) {
    throw new UserError('Choose a role, or clear the setting; not both.');
  }
  if (role) await store.settings.setEditors(guildId, role);
  else if (options.clear === true) await store.settings.setEditors(guildId, undefined);
  const current = await store.settings.editors(guildId);
  const who = current === guildId ? 'Everyone' : current && `The role <@&${current}>`;
  const words = who
    ? `${who} may add documents here with /archive, beside those with “Manage Server”.`
    : 'Only those with “Manage Server” may add documents here with /archive.';
  return { embeds: [notice('Editors', words)], private: true };
}
