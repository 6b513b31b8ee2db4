import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import { backOff } from './back-off.ts';

/** The pauses between tries to register grow between these. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 10 * 60 * 1000;

/**
 * Registers the commands, however often that must be tried; never rejects.
 * @param register settles with whether anything differed
 * @returns when the first try is over; later ones go on by themselves
 */
export async function registerWithRetry(
  register: () => Promise<boolean>,
  log: Logger,
  signal: AbortSignal,
  tries = 0,
): Promise<void> {
  try {
    const isChanged = await register();
    log.info(isChanged ? 'commands registered' : 'commands are up to date');
  } catch (err) {
    const pause = backOff(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    log.error(
      { err },
      `The commands could not be registered; the old ones stay. Trying again in ${pause / 1000} s.`,
    );
    wait(pause, undefined, { ref: false, signal }).then(
      () => registerWithRetry(register, log, signal, tries + 1),
      () => {},
    );
  }
}
