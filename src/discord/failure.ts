import { randomBytes } from 'node:crypto';
import { escapeMarkdown } from '../cards/escape.ts';
import { errorNotice } from '../cards/notice.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { isUnwritable, mayHaveRun } from '../store/unwritable.ts';
import { isRefusal, isTooLarge } from './refusal.ts';

/**
 * The reply to a question that failed: a UserError as it is, any other error as an apology with the
 * reference under which it was logged.
 */
export function failureReply(error: unknown, log: Logger): Reply {
  return error instanceof UserError
    ? noticeReply(escapeMarkdown(error.message))
    : apology(error, log, 'An answer failed.', explain(error));
}

/** The reply when there was an answer but it couldn't be sent. */
export function undeliveredReply(error: unknown, log: Logger): Reply {
  if (error instanceof UserError) return failureReply(error, log);
  return apology(error, log, 'An answer could not be sent.', explainUndelivered(error));
}

function apology(error: unknown, log: Logger, event: string, words: string): Reply {
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference }, event);
  return noticeReply(
    `${words} If it happens again, tell whoever runs the bot the reference \`${reference}\`.`,
  );
}

const noticeReply = (words: string): Reply => ({ embeds: [errorNotice(words)], private: true });

function explain(error: unknown): string {
  if (mayHaveRun(error)) {
    return 'The connection to my database broke, so this is not an answer. If you were saving something, check whether it was saved before you try again.';
  }
  return isUnwritable(error)
    ? 'I can’t save anything right now, because my database is full, locked, read-only or out of reach. Nothing was changed; please try again later.'
    : 'Something went wrong on our side, so this is not an answer. Please try again.';
}

function explainUndelivered(error: unknown): string {
  if (isTooLarge(error)) {
    return 'The answer is too large for Discord, so I couldn’t send it. Ask for less, or for another format.';
  }
  return isRefusal(error)
    ? 'Discord refused my answer, so I couldn’t send it. Please try again.'
    : 'The connection to Discord broke while I was answering. If you can’t see the answer, please ask again.';
}
