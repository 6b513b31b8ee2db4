import type { APIUser, ComponentType } from 'discord-api-types/v10';
import { type AnyComponent, flatten } from '../rules/component-tree.ts';
import type { StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { findMessageFor } from './find-message.ts';
import { NotSent } from './not-sent.ts';

type Of<Type extends ComponentType> = Extract<AnyComponent, { type: Type }>;

/**
 * The message and the button or menu on it that a user is about to use.
 * @throws NotSent if the user cannot see the message, or it has no such component to use
 */
export function findComponent<Type extends ComponentType.Button | ComponentType.StringSelect>(
  world: World,
  user: APIUser,
  { messageId, customId, type }: { messageId: string; customId: string; type: Type },
): { source: StoredMessage; component: Of<Type> } {
  const source = findMessageFor(world, user, messageId);
  const component = flatten(source.message.components ?? [])
    .map((placed) => placed.component)
    .find(
      (one): one is Of<Type> =>
        'custom_id' in one && one.custom_id === customId && one.type === type,
    );
  if (!component) throw new NotSent(`The message has no such component: "${customId}".`);
  if ('disabled' in component && component.disabled) {
    throw new NotSent(`"${customId}" is disabled.`);
  }
  return { source, component };
}
