import { archiveWords } from './wording/failures.ts';

/**
 * An error that the person can correct. Its message says what is wrong and what to do, and is shown as
 * it is. Every other error is a bug or an outage: it is logged whole and never shown.
 */
export class UserError extends Error {
  override name = 'UserError';
}

/** What a person is told who can mend nothing: not an empty answer, and none of their making. */
export class Outage extends UserError {
  override name = 'Outage';
}

/** What a person is told whose question was dropped. */
export const overdue = (): Outage => new Outage(archiveWords.overdue);

/** The archive can't answer now. Its cause is logged elsewhere. */
export class ArchiveUnreachable extends Outage {
  override name = 'ArchiveUnreachable';

  constructor(cause?: unknown) {
    super(archiveWords.unreachable, { cause });
  }
}
