/**
 * Whether the database can't be written at the moment: its disk is full, it is read-only or gone, or
 * another process has held it for longer than is waited for.
 * @see https://www.sqlite.org/rescode.html
 */
export const isUnwritable = (error: unknown): error is Error =>
  /^SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN)/.test(codeOf(error));

/** Whether another process holds the database. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
