import {
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Answer, Reaction } from '../commands/command.ts';
import { UserError } from '../errors.ts';
import { isForcedPrivate } from './asker.ts';
import { formData } from './form.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

/** How long an answer may take before it is put off; Discord waits for 3 s, the way included. */
export const DEFER_AFTER_MS = 1500;

const FORCED_PRIVATE =
  'Discord shows this to you alone: apps that people bring along are not allowed to speak here.';

/** A message as Discord gives it back. */
type Sent = { id: string; channelId: string; flags: { has(flag: MessageFlags): boolean } };

/**
 * Does what a question leads to: an answer in one call, or filled in where it was put off; a form;
 * or the end of the message.
 * @throws UserError for a form that comes too late to be shown
 */
export async function react(interaction: Answerable, reaction: Reaction): Promise<void> {
  if ('form' in reaction) return showForm(interaction, reaction);
  if ('removes' in reaction) return remove(interaction);
  const isMute = !reaction.private && isForcedPrivate(interaction);
  if (isMute) await reply(interaction, withNotice(reaction));
  else await post(interaction, reaction);
}

/** Sends the answer, and tells who keeps account of it what became of it. */
async function post(interaction: Answerable, answer: Answer): Promise<void> {
  const posting = answer.private ? undefined : await answer.posting?.();
  const sent = await reply(interaction, answer).catch(async (error) => {
    await posting?.undone();
    throw error;
  });
  if (sent && !sent.flags.has(MessageFlags.Ephemeral)) {
    await posting?.done({ id: sent.id, channelId: sent.channelId });
  } else await posting?.undone();
}

/** Sends the answer; says what was sent where that matters. */
async function reply(interaction: Answerable, answer: Answer): Promise<Sent | null | undefined> {
  const canUpdate = interaction.isMessageComponent() || isOnMessage(interaction);
  if (!interaction.deferred) {
    if (answer.inPlace && canUpdate) {
      await interaction.update(edit(answer));
      return undefined;
    }
    if (!answer.posting) {
      await interaction.reply(message(answer));
      return undefined;
    }
    const { resource } = await interaction.reply({ ...message(answer), withResponse: true });
    return resource?.message;
  }
  if (canUpdate) {
    return answer.inPlace
      ? interaction.editReply(edit(answer))
      : interaction.followUp(message(answer));
  }
  // A public deferral can't become private: it is taken away and the answer follows on its own.
  if (answer.private && !interaction.ephemeral) {
    await interaction.deleteReply();
    return interaction.followUp(message(answer));
  }
  return interaction.editReply(edit(answer));
}

/** Puts the answer off: "is thinking…" for a command, nothing to be seen for a click. */
export async function defer(interaction: Answerable, isPrivate: boolean): Promise<void> {
  if (interaction.isMessageComponent() || isOnMessage(interaction)) await interaction.deferUpdate();
  else await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
}

async function showForm(
  interaction: Answerable,
  { form }: Extract<Reaction, { form: unknown }>,
): Promise<void> {
  if (interaction.deferred || interaction.isModalSubmit()) {
    throw new UserError('This took too long for a form to open. Try again.');
  }
  await interaction.showModal(formData(form));
}

/** By the interaction's own token, which works where the app is no member, too. */
async function remove(interaction: Answerable): Promise<void> {
  if (!interaction.isMessageComponent()) throw new Error('Only a message that was clicked can go.');
  if (!interaction.deferred) await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** A form that was opened from a message's button. */
const isOnMessage = (interaction: Answerable) =>
  interaction.isModalSubmit() && interaction.isFromMessage();

const withNotice = (answer: Answer): Answer => ({
  ...answer,
  content: [answer.content, FORCED_PRIVATE].filter(Boolean).join('\n'),
});

const edit = ({ content, embeds, components = [], files = [] }: Answer) => ({
  content: content ?? null,
  embeds,
  components,
  // Files of the answer before it go, whether or not others come.
  attachments: [],
  files: files.map(attachment),
});

const message = ({
  content,
  embeds,
  components = [],
  files = [],
  ...answer
}: Answer): InteractionReplyOptions => ({
  ...(content !== undefined && { content }),
  embeds,
  components,
  ...(files.length > 0 && { files: files.map(attachment) }),
  ...(answer.private && { flags: MessageFlags.Ephemeral }),
});

const attachment = ({ name, bytes, description }: NonNullable<Answer['files']>[number]) => ({
  name,
  attachment: Buffer.from(bytes),
  ...(description !== undefined && { description }),
});
