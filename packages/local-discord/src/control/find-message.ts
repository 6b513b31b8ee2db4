import type { APIUser } from 'discord-api-types/v10';
import { isVisibleTo, type StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { NotSent } from './not-sent.ts';

/**
 * A message as a user sees it.
 * @throws NotSent if the user sees no such message
 */
export function findMessageFor(world: World, user: APIUser, id: string): StoredMessage {
  const stored = world.messages.find(id);
  if (stored && isVisibleTo(stored, user.id)) return stored;
  throw new NotSent(`${user.username} sees no message ${id}.`);
}
