import {
  type APIMessage,
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { fullName } from '../world/full-name.ts';
import type { Interaction } from '../world/interactions.ts';
import { type Draft, EMPTY_DRAFT, type StoredMessage } from '../world/messages.ts';
import { permissionsIn } from '../world/places.ts';
import type { World } from '../world/world.ts';

/**
 * Posts a message in an interaction's name.
 * @param draft nothing for the "is thinking…" of a deferred answer
 * @param flags as the bot asked; only whether the message is private is taken from them
 * @param follows the earlier answer, for one that comes after it
 */
export function postInteractionMessage(
  world: World,
  interaction: Interaction,
  draft: Draft | undefined,
  flags: number,
  follows?: StoredMessage,
): StoredMessage {
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0 || isForcedPrivate(interaction);
  const own = draft ?? { ...EMPTY_DRAFT, flags: MessageFlags.Loading };
  const before = follows ?? interaction.source;
  const stored = world.messages.post(
    interaction.place,
    world.bot,
    { ...own, flags: own.flags | (isPrivate ? MessageFlags.Ephemeral : 0) },
    {
      onlyFor: isPrivate ? interaction.user.id : undefined,
      more: {
        application_id: world.applicationId,
        webhook_id: world.applicationId,
        interaction_metadata: interactionMetadata(interaction, follows),
        ...(before ? refersTo(before) : { type: MessageType.ChatInputCommand }),
      },
    },
  );
  interaction.messageIds.add(stored.message.id);
  return stored;
}

/** Where only the user brings the app and may not use such apps for others to see. */
const isForcedPrivate = ({ place, user }: Interaction): boolean =>
  place.guild !== undefined &&
  !place.hasBot &&
  (permissionsIn(place, user.id) & PermissionFlagsBits.UseExternalApps) === 0n;

const refersTo = ({ message, place }: StoredMessage): Partial<APIMessage> => ({
  type: MessageType.Reply,
  message_reference: {
    type: MessageReferenceType.Default,
    channel_id: place.id,
    message_id: message.id,
    ...(place.guild ? { guild_id: place.guild.id } : {}),
  },
});

/** The `interaction_metadata` of a message: which interaction it came from. */
function interactionMetadata(interaction: Interaction, follows: StoredMessage | undefined) {
  const { id, payload, user, source } = interaction;
  const metadata = {
    id,
    type: payload.type,
    user,
    authorizing_integration_owners: payload.authorizing_integration_owners,
    ...(follows ? { original_response_message_id: follows.message.id } : {}),
    ...(payload.type === InteractionType.ApplicationCommand
      ? { name: fullName(payload.data), command_type: payload.data.type }
      : {}),
    ...(source && payload.type === InteractionType.MessageComponent
      ? { interacted_message_id: source.message.id }
      : {}),
    ...(payload.type === InteractionType.ModalSubmit
      ? { triggering_interaction_metadata: source?.message.interaction_metadata }
      : {}),
  };
  return metadata as NonNullable<APIMessage['interaction_metadata']>;
}
