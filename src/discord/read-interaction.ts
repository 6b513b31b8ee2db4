import { ApplicationCommandOptionType, InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { ComponentInteraction, Options } from '../interactions/command.ts';
import { formFields } from './form.ts';
import type { CommandInteraction, Option, UsedComponent } from './interaction-payload.ts';
import { messageLinks } from './message-links.ts';
import { messageText } from './message-text.ts';

/** What a command was given. */
export function optionsOf({ data }: CommandInteraction): Options {
  if (data.target_id === undefined) {
    return withFiles(flatOptions(data.options), data);
  }
  const {
    content = '',
    embeds = [],
    message_snapshots = [],
    attachments = [],
  } = data.resolved?.messages?.[data.target_id] ?? {};
  const messageSnapshots = message_snapshots.map(({ message }) => message);
  const message = { content, embeds, messageSnapshots };
  const cards = [embeds, ...messageSnapshots.map((one) => one.embeds)].flat();
  return {
    message: messageText(message),
    links: messageLinks(message),
    cards: cards.flatMap(({ footer }) => footer?.text ?? []).join('\n'),
    files: attachments,
  };
}

/** An option that takes a file names it by an id: the file takes its place. */
function withFiles(options: Options, { options: sent, resolved }: CommandInteraction['data']) {
  const files = fileOptions(sent).map(({ name, value }): [string, Options[string]] => [
    name,
    Object.entries(resolved?.attachments ?? {}).flatMap(([id, file]) =>
      id === value ? [file] : [],
    ),
  ]);
  return { ...options, ...Object.fromEntries(files) };
}

const fileOptions = (options: readonly Option[]): readonly Option[] =>
  options.flatMap((option) => [
    ...(option.type === ApplicationCommandOptionType.Attachment ? [option] : []),
    ...fileOptions(option.options ?? []),
  ]);

/** Options by name, texts as well-formed Unicode, with the subcommand that they stand in. */
export function flatOptions(data: readonly Option[]): Options {
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

/** The option that is being typed, as well-formed Unicode. */
export function focusedOption(
  options: readonly Option[],
): { name: string; typed: string } | undefined {
  for (const { name, value = '', focused, options: inner = [] } of options) {
    const found = focused ? { name, typed: String(value).toWellFormed() } : focusedOption(inner);
    if (found) return found;
  }
  return undefined;
}

/** What was clicked, chosen or filled in, and on which message. */
export function componentInteractionOf(interaction: UsedComponent): ComponentInteraction {
  const { message } = interaction;
  const [, , ...args] = interaction.data.custom_id.split(':');
  const isForm = interaction.type === InteractionType.ModalSubmit;
  return {
    args,
    values: isForm ? [] : interaction.data.values,
    fields: isForm ? formFields(interaction.data) : {},
    message: message && {
      id: message.id,
      isPrivate: (message.flags & MessageFlags.Ephemeral) !== 0,
      invokedBy: message.interaction_metadata?.user.id,
    },
  };
}
