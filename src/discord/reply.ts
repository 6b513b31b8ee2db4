import {
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Answer } from '../commands/command.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction;

/** How long an answer may take before it is put off; Discord waits for 3 s, the way included. */
export const DEFER_AFTER_MS = 1500;

/** Sends the answer in one call, or fills in one that was put off. */
export async function reply(interaction: Answerable, answer: Answer): Promise<void> {
  if (!interaction.deferred) {
    if (answer.inPlace && interaction.isMessageComponent()) {
      await interaction.update(edit(answer));
    } else {
      await interaction.reply(message(answer));
    }
    return;
  }
  if (interaction.isMessageComponent()) {
    await (answer.inPlace
      ? interaction.editReply(edit(answer))
      : interaction.followUp(message(answer)));
    return;
  }
  // A public deferral can't become private: it is taken away and the answer follows on its own.
  if (answer.private && !interaction.ephemeral) {
    await interaction.deleteReply();
    await interaction.followUp(message(answer));
    return;
  }
  await interaction.editReply(edit(answer));
}

/** Puts the answer off: "is thinking…" for a command, nothing to be seen for a click. */
export async function defer(interaction: Answerable, isPrivate: boolean): Promise<void> {
  if (interaction.isMessageComponent()) await interaction.deferUpdate();
  else await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

const edit = ({ content, embeds, components = [] }: Answer) => ({
  content: content ?? null,
  embeds,
  components,
});

const message = ({
  content,
  embeds,
  components = [],
  ...answer
}: Answer): InteractionReplyOptions => ({
  ...(content !== undefined && { content }),
  embeds,
  components,
  ...(answer.private && { flags: MessageFlags.Ephemeral }),
});
