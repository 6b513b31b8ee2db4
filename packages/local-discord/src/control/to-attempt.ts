import { InteractionType } from 'discord-api-types/v10';
import { fullName } from '../world/full-name.ts';
import type { Interaction } from '../world/interactions.ts';
import type { Attempt } from './view.ts';

/** An interaction as an attempt; undefined if it is none, or has its answer. */
export function toAttempt(interaction: Interaction): Attempt | undefined {
  const { id, payload, place, source, state } = interaction;
  if (payload.type === InteractionType.ApplicationCommandAutocomplete) return undefined;
  if (state !== 'pending' && state !== 'failed') return undefined;
  const isCommand = payload.type === InteractionType.ApplicationCommand;
  return {
    id,
    placeId: place.id,
    command: isCommand ? fullName(payload.data) : undefined,
    messageId: source?.message.id,
    customId:
      payload.type === InteractionType.MessageComponent ? payload.data.custom_id : undefined,
    state,
  };
}
