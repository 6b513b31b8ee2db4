import {
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from 'discord.js';
import { UserError } from '../errors.ts';
import type { CommandResult, Reply } from '../interactions/command.ts';
import { formData } from './form.ts';
import { isForcedPrivate } from './invoker.ts';
import { hasCode, isRefusal } from './refusal.ts';

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | ModalSubmitInteraction;

const FORCED_PRIVATE =
  'Discord shows this to you alone: apps that people bring along are not allowed to speak here.';

/** A message as Discord gives it back. */
type Sent = { id: string; channelId: string; flags: { has(flag: MessageFlags): boolean } };

/**
 * Does what a question leads to: an answer in one call, or filled in where it was put off; a form;
 * or the end of the message.
 * @returns the message that was sent, where that is known
 * @throws UserError for a form that comes too late to be shown
 */
export async function send(
  interaction: Answerable,
  result: CommandResult,
): Promise<Sent | undefined> {
  if ('form' in result) return showForm(interaction, result);
  if ('removes' in result) return remove(interaction);
  const isMute = !result.private && isForcedPrivate(interaction);
  const reply = isMute ? withNotice(result) : result;
  return sendReply(interaction, reply).catch((error) => {
    if (!interaction.deferred || !hasCode(error, RESTJSONErrorCodes.UnknownWebhook)) throw error;
    // Discord never had the deferral.
    interaction.deferred = false;
    return sendReply(interaction, reply);
  });
}

async function sendReply(interaction: Answerable, reply: Reply): Promise<Sent | undefined> {
  const canUpdate = interaction.isMessageComponent() || isOnMessage(interaction);
  if (!interaction.deferred) {
    if (reply.inPlace && canUpdate) {
      await interaction.update(edit(reply));
      return undefined;
    }
    if (!reply.share) {
      await interaction.reply(message(reply));
      return undefined;
    }
    const { resource } = await interaction.reply({ ...message(reply), withResponse: true });
    // Where the first answer of Discord's was lost, the second doesn't say which message it was.
    return resource?.message ?? interaction.fetchReply().catch(() => undefined);
  }
  if (canUpdate) {
    return reply.inPlace
      ? interaction.editReply(edit(reply))
      : interaction.followUp(message(reply));
  }
  // A public deferral can't become private: it is taken away and the answer follows on its own.
  if (reply.private && !interaction.ephemeral) {
    await deleteReply(interaction);
    return interaction.followUp(message(reply));
  }
  return interaction.editReply(edit(reply));
}

/**
 * Puts the answer off: "is thinking…" for a command, nothing to be seen for a click. Where it isn't
 * known whether Discord has the deferral, it counts as made.
 * @throws DiscordAPIError if Discord refuses it
 */
export async function defer(interaction: Answerable, isPrivate: boolean): Promise<void> {
  try {
    if (interaction.isMessageComponent() || isOnMessage(interaction)) {
      await interaction.deferUpdate();
    } else await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    if (isRefusal(error)) throw error;
    interaction.deferred = true;
    interaction.ephemeral = isPrivate;
  }
}

async function showForm(
  interaction: Answerable,
  { form }: Extract<CommandResult, { form: unknown }>,
): Promise<undefined> {
  if (interaction.deferred || interaction.isModalSubmit()) {
    throw new UserError('This took too long for a form to open. Try again.');
  }
  await interaction.showModal(formData(form));
}

/** By the interaction's own token, which also works where the app isn't a member. */
async function remove(interaction: Answerable): Promise<undefined> {
  if (!interaction.isMessageComponent()) throw new Error('Only a message that was clicked can go.');
  if (!interaction.deferred) await defer(interaction, true);
  await deleteReply(interaction);
}

/** What is gone already is gone. */
const deleteReply = (interaction: Answerable): Promise<void> =>
  interaction.deleteReply().catch((error) => {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  });

/** A form that was opened from a message's button. */
const isOnMessage = (interaction: Answerable) =>
  interaction.isModalSubmit() && interaction.isFromMessage();

const withNotice = (reply: Reply): Reply => ({
  ...reply,
  content: [reply.content, FORCED_PRIVATE].filter(Boolean).join('\n'),
});

const edit = ({ content, embeds, components = [], files = [] }: Reply) => ({
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
  ...reply
}: Reply): InteractionReplyOptions => ({
  ...(content !== undefined && { content }),
  embeds,
  components,
  ...(files.length > 0 && { files: files.map(attachment) }),
  ...(reply.private && { flags: MessageFlags.Ephemeral }),
});

const attachment = ({ name, bytes, description }: NonNullable<Reply['files']>[number]) => ({
  name,
  attachment: Buffer.from(bytes),
  ...(description !== undefined && { description }),
});
