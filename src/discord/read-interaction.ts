import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { ComponentInteraction, Options } from '../interactions/command.ts';
import { formFields } from './form.ts';
import { messageText } from './message-text.ts';

/** What a command was given. */
export const optionsOf = (
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
): Options =>
  interaction.isMessageContextMenuCommand()
    ? { message: messageText(interaction.targetMessage) }
    : flatOptions(interaction.options.data);

/** Options by name, texts as well-formed Unicode, with the subcommand that they stand in. */
export function flatOptions(data: readonly CommandInteractionOption[]): Options {
  const [first] = data;
  return first?.type === ApplicationCommandOptionType.Subcommand
    ? { ...flatOptions(first.options ?? []), subcommand: first.name }
    : Object.fromEntries(
        data.map(({ name, value }) => [
          name,
          typeof value === 'string' ? value.toWellFormed() : value,
        ]),
      );
}

/** What was clicked, chosen or filled in, and on which message. */
export function componentInteractionOf(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
): ComponentInteraction {
  const [, , ...args] = interaction.customId.split(':');
  const { message } = interaction;
  const isMenu = interaction.isMessageComponent() && interaction.isStringSelectMenu();
  return {
    args,
    values: isMenu ? interaction.values : [],
    fields: interaction.isModalSubmit() ? formFields(interaction) : {},
    message: message
      ? {
          id: message.id,
          isPrivate: message.flags.has(MessageFlags.Ephemeral),
          invokedBy: message.interactionMetadata?.user.id,
        }
      : undefined,
  };
}
