import { setTimeout as wait } from 'node:timers/promises';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { backOff } from '../../back-off.ts';
import { DatabaseUnavailable } from '../unwritable.ts';
import {
  isPassing,
  mayHaveTakenEffect,
  reasonOf,
  wasNotSent,
  wasRolledBack,
} from './error-codes.ts';

/** How long a server that can't be reached is tried. */
const RETRY_FOR_MS = 10_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;
/** How often a statement is tried that others have pushed aside. */
const MOST_TRIES = 6;

/**
 * Connections that do again what is safe to do again, and nothing else: connecting, which runs
 * nothing; a statement that was never sent, because its connection had broken before; and one that the
 * server itself has undone, unless it is part of a transaction. A statement that may have run is never
 * repeated.
 */
export const retryingPool = (pool: Pool): PostgresPool => ({
  options: pool.options,
  connect: async () => guardedClient(pool, await connect(pool)),
  end: () => pool.end(),
});

/** @throws DatabaseUnavailable if the server can't be reached for 10 s, or refuses */
async function connect(pool: Pool): Promise<PoolClient> {
  const giveUpAt = performance.now() + RETRY_FOR_MS;
  for (let tries = 0; ; tries += 1) {
    try {
      return await pool.connect();
    } catch (cause) {
      if (!isPassing(cause) || pool.ending || performance.now() > giveUpAt) {
        throw new DatabaseUnavailable(reasonOf(cause), { cause, mayHaveRun: false });
      }
      await wait(backOff(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS));
    }
  }
}

function guardedClient(pool: Pool, first: PoolClient): PostgresPoolClient {
  let client = first;
  let isReleased = false;
  let isUnused = true;
  let isBroken = false;
  const query = async (statement: string, parameters: readonly unknown[]) => {
    for (let tries = 1; ; tries += 1) {
      const isInTransaction = client.getTransactionStatus() !== 'I';
      try {
        const result = await client.query(statement, parameters.map(withoutNul));
        isUnused = false;
        return result;
      } catch (error) {
        if (isUnused && wasNotSent(error)) {
          client.release(true);
          isReleased = true;
          client = await connect(pool);
          isReleased = false;
        } else if (!isInTransaction && wasRolledBack(error) && tries < MOST_TRIES) {
          await wait(2 ** tries * 10 * Math.random());
        } else {
          // What such a connection still does, or answers, is no longer known.
          isBroken ||= !(error instanceof DatabaseError) || error.severity === 'FATAL';
          throw toUnavailable(error);
        }
      }
    }
  };
  return {
    // Nothing here is read by a cursor.
    query: query as unknown as PostgresPoolClient['query'],
    release: () => {
      if (!isReleased) client.release(isBroken);
    },
  };
}

/** The same error, unless it is an outage. */
function toUnavailable(error: unknown): unknown {
  if (!isPassing(error)) return error;
  return new DatabaseUnavailable(reasonOf(error), {
    cause: error,
    mayHaveRun: mayHaveTakenEffect(error),
  });
}

/** PostgreSQL's texts can't hold this character. */
const withoutNul = (parameter: unknown): unknown =>
  typeof parameter === 'string' ? parameter.replaceAll('\0', '') : parameter;
