import type { Logger } from '../log.ts';
import { type Repetition, repeatDaily } from '../repeat.ts';
import type { Departures } from '../store/tables/departures.ts';

/** How long what belongs to a server is kept after the bot was removed from it. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Looks once a day which servers the bot is still in, and forgets what belongs to those that it left 30
 * days ago. A server that it is back in before then keeps everything.
 * @param servers gives the ids of those it is in; nothing is forgotten where that isn't known
 */
export const startForgettingDeparted = (
  departures: Departures,
  servers: () => Promise<ReadonlySet<string>>,
  log: Logger,
  { everyMs, keptMs = KEPT_MS }: { everyMs?: number; keptMs?: number } = {},
): Repetition =>
  repeatDaily(
    async () => {
      await departures.note(await servers());
      const forgotten = await departures.forget(keptMs);
      if (forgotten.length > 0) {
        log.info({ servers: forgotten.length }, 'what belonged to servers left long ago is gone');
      }
    },
    (err) =>
      log.warn(
        { err },
        'It could not be checked which servers the bot is in; tomorrow it is again.',
      ),
    everyMs,
  );
