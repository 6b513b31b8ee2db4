import { setTimeout as wait } from 'node:timers/promises';
import { backOff } from '../back-off.ts';
import type { Logger } from '../log.ts';

/** The pauses between tries to register grow between these. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 10 * 60 * 1000;

/** The registration of the commands, until it is done or stopped. */
type Registering = {
  /** Settles when the first try is over; later ones go on by themselves. */
  ready: Promise<void>;
  /** Ends a try that is under way, too. */
  stop(): Promise<void>;
};

/**
 * Registers the commands, however often that must be tried; never rejects.
 * @param register settles with whether anything differed; ends early once the signal is given
 */
export function registerWithRetry(
  register: (signal: AbortSignal) => Promise<boolean>,
  log: Logger,
): Registering {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ready = Promise.withResolvers<void>();
  const registerOnce = async (pause: number): Promise<boolean> => {
    try {
      const isChanged = await register(signal);
      log.info(isChanged ? 'commands registered' : 'commands are up to date');
      return true;
    } catch (err) {
      if (signal.aborted) return false;
      log.error(
        { err },
        `The commands could not be registered; the old ones stay. Trying again in ${pause / 1000} s.`,
      );
      return false;
    }
  };
  const go = async () => {
    for (let tries = 0; !signal.aborted; tries += 1) {
      const pause = backOff(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
      const isDone = await registerOnce(pause);
      ready.resolve();
      if (isDone) return;
      await wait(pause, undefined, { ref: false, signal }).catch(() => {});
    }
  };
  const going = go();
  return {
    ready: ready.promise,
    async stop() {
      stopping.abort();
      await going;
    },
  };
}
