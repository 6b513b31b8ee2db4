import { randomBytes } from 'node:crypto';
import { escapeMarkdown } from '../cards/escape.ts';
import { errorNotice } from '../cards/notice.ts';
import { UserError } from '../errors.ts';
import type { Reply } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { isUnwritable, mayHaveRun } from '../store/unwritable.ts';
import { failureWords } from '../wording/failures.ts';
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

function apology(error: unknown, log: Logger, event: string, what: string): Reply {
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference }, event);
  return noticeReply(failureWords.apology(what, reference));
}

const noticeReply = (words: string): Reply => ({ embeds: [errorNotice(words)], private: true });

function explain(error: unknown): string {
  const words = failureWords.unanswered;
  if (mayHaveRun(error)) return words.mayBeSaved;
  return isUnwritable(error) ? words.cantSave : words.wentWrong;
}

function explainUndelivered(error: unknown): string {
  const words = failureWords.unsent;
  if (isTooLarge(error)) return words.tooLarge;
  return isRefusal(error) ? words.refused : words.connectionBroke;
}
