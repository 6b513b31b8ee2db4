import { randomBytes } from 'node:crypto';
import { Outage, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { visible } from './visible.ts';

const NOT_EMPTY =
  'This is a failure, not an empty result: it says nothing about what the archive holds.';

/**
 * What an assistant is told in place of an answer: a UserError as it is, any other error as an apology
 * with the reference under which it was logged. An outage is never taken for nothing found.
 */
export function describeFailure(error: unknown, log: Logger): string {
  if (error instanceof Outage) return `${visible(error.message)} ${NOT_EMPTY}`;
  if (error instanceof UserError) return visible(error.message);
  const reference = randomBytes(4).toString('hex');
  log.error({ err: error, reference }, 'An assistant’s call failed.');
  return `The archive could not answer. ${NOT_EMPTY} Whoever runs it finds the reason in the log under ${reference}.`;
}
