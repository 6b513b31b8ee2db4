import { InteractionType, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { UserError } from '../errors.ts';
import type { CommandResult, Reply } from '../interactions/command.ts';
import { failureWords } from '../wording/failures.ts';
import { formData } from './form.ts';
import type { AnswerableInteraction } from './interaction-payload.ts';
import { isForcedPrivate } from './invoker.ts';
import { changedMessage, newMessage } from './message-body.ts';
import { hasCode, isRefusal } from './refusal.ts';
import type { Response, Sent } from './response.ts';

/** An interaction that is answered with a message or a form, and what was answered so far. */
export type Answering = { interaction: AnswerableInteraction; response: Response };

/**
 * Does what a question leads to: an answer in one call, or filled in where it was put off; a form;
 * or the end of the message.
 * @returns the message that was sent, where that is known
 * @throws UserError for a form that comes too late to be shown
 */
export async function send(answering: Answering, result: CommandResult): Promise<Sent | undefined> {
  if ('form' in result) return showForm(answering, result);
  if ('removes' in result) return remove(answering);
  const isMute = !result.private && isForcedPrivate(answering.interaction);
  const reply = isMute ? withNotice(result) : result;
  return sendReply(answering, reply).catch((error) => {
    const { response } = answering;
    if (!response.deferral || !hasCode(error, RESTJSONErrorCodes.UnknownWebhook)) throw error;
    // Discord never had the deferral.
    response.deferral = undefined;
    return sendReply(answering, reply);
  });
}

async function sendReply(
  { interaction, response }: Answering,
  reply: Reply,
): Promise<Sent | undefined> {
  const canUpdate = isOnMessage(interaction);
  if (!response.deferral) {
    if (reply.inPlace && canUpdate) await response.update(changedMessage(reply));
    else if (reply.share) return response.replyAndGet(newMessage(reply));
    else await response.reply(newMessage(reply));
    return undefined;
  }
  if (canUpdate) {
    return reply.inPlace
      ? response.edit(changedMessage(reply))
      : response.followUp(newMessage(reply));
  }
  // A public deferral can't become private: it is taken away and the answer follows on its own.
  if (reply.private && response.deferral === 'public') {
    await removeAnswer(response);
    return response.followUp(newMessage(reply));
  }
  return response.edit(changedMessage(reply));
}

/**
 * Puts the answer off: "is thinking…" for a command, nothing to be seen for a click. Where it isn't
 * known whether Discord has the deferral, it counts as made.
 * @throws DiscordAPIError if Discord refuses it
 */
export async function defer(
  { interaction, response }: Answering,
  isPrivate: boolean,
): Promise<void> {
  const how = isOnMessage(interaction) ? 'unseen' : isPrivate ? 'private' : 'public';
  try {
    await response.defer(how);
  } catch (error) {
    if (isRefusal(error)) throw error;
    response.deferral = how;
  }
}

async function showForm(
  { interaction, response }: Answering,
  { form }: Extract<CommandResult, { form: unknown }>,
): Promise<undefined> {
  if (response.deferral || interaction.type === InteractionType.ModalSubmit) {
    throw new UserError(failureWords.formTooLate);
  }
  await response.showForm(formData(form));
}

/** By the interaction's own token, which also works where the app isn't a member. */
async function remove(answering: Answering): Promise<undefined> {
  const { interaction, response } = answering;
  if (interaction.type !== InteractionType.MessageComponent) {
    throw new Error('Only a message that was clicked can go.');
  }
  if (!response.deferral) await defer(answering, true);
  await removeAnswer(response);
}

/** What is gone already is gone. */
const removeAnswer = (response: Response): Promise<void> =>
  response.remove().catch((error) => {
    if (!hasCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  });

/** A click or a choice, or a form that was opened by one. */
const isOnMessage = ({ message }: AnswerableInteraction): boolean => message !== undefined;

const withNotice = (reply: Reply): Reply => ({
  ...reply,
  content: [reply.content, failureWords.forcedPrivate].filter(Boolean).join('\n'),
});
