import { startScheduler } from '../daily-post/scheduler.ts';
import { registerWithRetry } from '../discord/register-with-retry.ts';
import { startReconciling } from '../documents/reconcile-shares.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { startTidying } from '../store/tidying.ts';

/** What is under way until it is stopped. */
export type Duties = {
  /** Settles when the first try to register the commands is over. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Begins what must be done once, however many processes answer: the registration of the commands, the
 * day's posts, the repair of shares, and forgetting what is out of date. None of it needs a gateway.
 * @param register settles with whether anything differed
 */
export function startDuties(
  services: Services,
  register: () => Promise<boolean>,
  log: Logger,
): Duties {
  const stopping = new AbortController();
  const ready = registerWithRetry(register, log, stopping.signal);
  const begun = [
    startTidying(services.store, log),
    startReconciling(services, log),
    startScheduler(services, log),
  ];
  return {
    ready,
    async stop() {
      stopping.abort();
      await Promise.all(begun.map(({ stop }) => stop()));
    },
  };
}
