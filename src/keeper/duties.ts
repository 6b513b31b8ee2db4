import { setTimeout as wait } from 'node:timers/promises';
import { startScheduler } from '../daily-post/scheduler.ts';
import { registerWithRetry } from '../discord/register-with-retry.ts';
import { startReconciling } from '../documents/reconcile-shares.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { startTidying } from '../store/tidying.ts';
import { startForgettingDeparted } from './forget-departed.ts';

/** How long what is under way is waited for at the end. */
const STOP_WITHIN_MS = 2000;

/** What is under way until it is stopped. */
export type Duties = {
  /** Settles when the first try to register the commands is over. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Begins what must be done once, however many processes answer: the registration of the commands, the
 * day's posts, the repair of shares, and forgetting what is out of date. None of it needs a gateway.
 * @param register settles with whether anything differed; ends early once the signal is given
 * @param servers gives the ids of the servers that the bot is in
 */
export function startDuties(
  services: Services,
  register: (signal: AbortSignal) => Promise<boolean>,
  servers: () => Promise<ReadonlySet<string>>,
  log: Logger,
): Duties {
  const registering = registerWithRetry(register, log);
  const begun = [
    registering,
    startTidying(services.store, log),
    startForgettingDeparted(services.store.departures, servers, log),
    startReconciling(services, log),
    startScheduler(services, log),
  ];
  return {
    ready: registering.ready,
    async stop() {
      const late = wait(STOP_WITHIN_MS, undefined, { ref: false });
      await Promise.race([Promise.all(begun.map(({ stop }) => stop())), late]);
    },
  };
}
