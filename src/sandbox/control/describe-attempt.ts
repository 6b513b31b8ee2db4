import {
  InteractionType,
  type APIApplicationCommandInteractionDataOption as Option,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Interaction } from '../world/interactions.ts';
import type { Attempt } from './view.ts';

/** An interaction as an attempt; undefined where it is none, or has its answer. */
export function describeAttempt(interaction: Interaction): Attempt | undefined {
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

/** A command's name with those of its group and subcommand. */
function fullName({ name, options = [] }: { name: string; options?: readonly unknown[] }): string {
  const inner = (options as readonly Option[]).find(
    (option) => option.type === Type.Subcommand || option.type === Type.SubcommandGroup,
  );
  return inner ? `${name} ${fullName(inner as { name: string; options?: Option[] })}` : name;
}
