import { codeOf } from './error-code.ts';

/** The database server didn't do what it was asked to, and may do it another time. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
  /** Whether it may have done it all the same: the connection broke before it answered. */
  readonly mayHaveRun: boolean;

  constructor(reason: string, { cause, mayHaveRun }: { cause: unknown; mayHaveRun: boolean }) {
    super(reason, { cause });
    this.mayHaveRun = mayHaveRun;
  }
}

/**
 * Whether the database can't be written at the moment: its disk is full, it is read-only or gone, it
 * can't be reached, or another process has held it for longer than is waited for.
 * @see https://www.sqlite.org/rescode.html
 */
export const isUnwritable = (error: unknown): error is Error =>
  error instanceof DatabaseUnavailable ||
  /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/.test(codeOf(error));

/** Whether it isn't known if something was written. */
export const mayHaveRun = (error: unknown): boolean =>
  error instanceof DatabaseUnavailable && error.mayHaveRun;

/** Whether another process holds the database. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');
