import type { APIEmbedField } from 'discord-api-types/v10';
import { addedField } from '../cards/added.ts';
import { isAddedId } from '../data/corpus/added-id.ts';
import type { Invoker, Services } from '../interactions/command.ts';

/** What a card says of a document that somebody has added to the server; nothing of any other. */
export async function whoAdded(
  id: string,
  { store }: Pick<Services, 'store'>,
  { guildId }: Pick<Invoker, 'guildId'>,
): Promise<APIEmbedField[]> {
  if (guildId === undefined || !isAddedId(id)) return [];
  const addition = (await store.additions.find(guildId, [id])).get(id);
  return addition ? [addedField(addition)] : [];
}
