import { DatabaseError } from 'pg';
import { codeOf } from '../error-code.ts';

/** Deadlock and serialization failure: the server has undone the statement. */
const ROLLED_BACK = ['40P01', '40001'];

/** What the client says of a statement that it didn't send, because the connection had broken. */
const NOT_SENT = /is not queryable$/;

/** Refusals that another try can't change: of the user, the password or the database's name. */
const REFUSED = /^(28|3D)/;

/**
 * Of the server: connection errors (08), rolled back by others (40), lacking resources (53),
 * interrupted by an operator or starting (57), trouble of its machine (58); read-only, locked.
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const PASSING = /^(08|40P01|40001|53|57|58|25006|55P03)/;

/** A connection that broke, also behind a pooler, or a server that went down: nobody knows the outcome. */
const UNKNOWN_OUTCOME = /^(08|57P)/;

export const wasRolledBack = (error: unknown): boolean => ROLLED_BACK.includes(codeOf(error));

export const wasNotSent = (error: unknown): boolean =>
  error instanceof Error && NOT_SENT.test(error.message);

/** Whether a statement that failed may have taken effect all the same. */
export const mayHaveTakenEffect = (error: unknown): boolean =>
  error instanceof DatabaseError ? UNKNOWN_OUTCOME.test(codeOf(error)) : !wasNotSent(error);

/** Whether another try may end otherwise: the server is away, is starting, or has no room. */
export const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseError ? PASSING.test(codeOf(error)) : isOfConnection(error);

/** Whether the server knows neither the user nor the database. */
export const isLoginRefused = (error: unknown): boolean => REFUSED.test(codeOf(error));

/** What is wrong, also of the errors that Node leaves without words. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message || codeOf(error) : String(error);

/** The client has words of its own for a connection that breaks, and none has a code. */
const isOfConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (/^E[A-Z]/.test(codeOf(error)) ||
    /^(Connection terminated|timeout|Query read timeout|Client )/.test(error.message));
