/**
 * A fault the person can mend. Its message says what is wrong and what to do, and is shown as it
 * is. Every other error is a fault of ours: it is logged whole and never shown.
 */
export class UserError extends Error {
  override name = 'UserError';
}
