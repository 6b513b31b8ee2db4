import { randomBytes } from 'node:crypto';
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { escapeMarkdown } from '../cards/escape.ts';
import { errorNotice } from '../cards/notice.ts';
import type { Answer } from '../commands/command.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';

/**
 * What a person is told when their question failed: a fault of theirs as it is, a fault of ours as
 * an apology with the reference under which it was logged whole.
 */
export function failureAnswer(error: unknown, log: Logger): Answer {
  if (error instanceof UserError) {
    return { embeds: [errorNotice(escapeMarkdown(error.message))], private: true };
  }
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference }, 'an answer failed');
  return {
    embeds: [
      errorNotice(
        `Something went wrong on our side, so this is not an answer: please try again. If it goes on, tell whoever runs the bot the reference \`${reference}\`.`,
      ),
    ],
    private: true,
  };
}

/**
 * Logs an answer that Discord didn't take. Nothing more can be said to the person then.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
export function logUndelivered(error: unknown, log: Logger): void {
  if (isStale(error)) {
    log.warn({ err: error }, 'an answer came too late, or another instance of the bot gave it');
  } else if (hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) {
    log.warn(
      { err: error },
      'an interaction was answered by another instance: is the bot running twice on one token?',
    );
  } else {
    log.error({ err: error }, 'an answer could not be delivered');
  }
}

/** Whether Discord no longer waits for the answer. */
export const isStale = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.UnknownInteraction);

const hasCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code;
