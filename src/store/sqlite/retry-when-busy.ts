import { setTimeout as wait } from 'node:timers/promises';
import { isBusy } from '../unwritable.ts';

const TRY_EVERY_MS = 25;
const TIMEOUT_MS = 10_000;

/**
 * Waits while another process holds the database. SQLite's own waiting would stop the whole
 * process, and every other answer with it.
 * @throws what `work` throws, a lock that lasts longer than 10 s included
 */
export async function retryWhenBusy<T>(work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + TIMEOUT_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await wait(TRY_EVERY_MS);
    }
  }
}
