import { UserError } from '../../errors.ts';
import type { Invoker, Services } from '../../interactions/command.ts';
import { missing } from '../../interactions/permissions.ts';
import { additionWords } from '../../wording/additions.ts';

/** Somebody who may add documents to the server that they are in. */
export type Editor = { guildId: string; userId: string };

/**
 * Makes sure that the invoker may add documents here: whoever manages the server, and those who have
 * the role that it has named for this.
 * @throws UserError saying who may, and who can change that
 */
export async function requireEditor(
  { guildId, userId, permissions, roles, appIsHere }: Invoker,
  { store }: Pick<Services, 'store'>,
): Promise<Editor> {
  if (!guildId) throw new UserError(additionWords.notInServer);
  if (!appIsHere) throw new UserError(additionWords.notMember);
  const editor = { guildId, userId };
  if (missing(permissions, ['ManageGuild']).length === 0) return editor;
  const role = await store.settings.editors(guildId);
  // Everyone has the role that is named like the server, and Discord doesn't list it.
  if (role && (role === guildId || roles.includes(role))) return editor;
  throw new UserError(role ? additionWords.onlyRole : additionWords.onlyManagers);
}
