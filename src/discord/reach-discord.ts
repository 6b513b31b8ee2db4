import { setTimeout as wait } from 'node:timers/promises';
import { backOff } from '../back-off.ts';
import type { Logger } from '../log.ts';
import { connectError, isPermanent } from './connect-error.ts';

/** The pauses between tries grow between these. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Tries to reach Discord, however long that takes.
 * @throws UserError if another try can't help: Discord refuses the token, or it isn't Discord
 */
export async function reachDiscord<Value>(
  attempt: () => Promise<Value>,
  apiUrl: string | undefined,
  log: Logger,
): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const reason = connectError(error, apiUrl);
      if (isPermanent(error)) throw reason;
      const pause = backOff(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
      log.warn({ err: error }, `${reason.message} Trying again in ${pause / 1000} s.`);
      await wait(pause);
    }
  }
}
