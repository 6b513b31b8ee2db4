import { setTimeout as wait } from 'node:timers/promises';
import { startScheduler } from '../daily-post/scheduler.ts';
import { registerWithRetry } from '../discord/register-with-retry.ts';
import { startReconciling } from '../documents/reconcile-shares.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import type { Match } from '../search/standing.ts';
import { startTidying } from '../store/tidying.ts';
import { startWatching } from '../watches/watching.ts';
import { startFollowing, type ToFollow } from './follow-sources.ts';
import { startForgettingDeparted } from './forget-departed.ts';

/** How long what is under way is waited for at the end. */
const STOP_WITHIN_MS = 2000;

/** What is under way until it is stopped. */
export type Duties = {
  /** Settles when the first try to register the commands is over. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

/** What the duties need beside the services. */
type Means = {
  /** Settles with whether anything differed; ends early once the signal is given. */
  register(signal: AbortSignal): Promise<boolean>;
  match: Match;
  /** Gives the ids of the servers that the bot is in. */
  servers(): Promise<ReadonlySet<string>>;
  /** Left out if there are no sources. */
  toFollow?: ToFollow | undefined;
};

/**
 * Begins what must be done once, however many processes answer: the registration of the commands, the
 * day's posts, what watches tell, the repair of shares, following sources, and forgetting what is out
 * of date. None of it needs a gateway.
 */
export function startDuties(
  services: Services,
  { register, match, servers, toFollow }: Means,
  log: Logger,
): Duties {
  const registering = registerWithRetry(register, log);
  const begun = [
    registering,
    startTidying(services.store, log),
    startForgettingDeparted(services.store.departures, servers, log),
    startReconciling(services, log),
    startScheduler(services, log),
    startWatching(services, match, log),
    ...(toFollow ? [startFollowing(toFollow, log)] : []),
  ];
  return {
    ready: registering.ready,
    async stop() {
      const late = wait(STOP_WITHIN_MS, undefined, { ref: false });
      await Promise.race([Promise.all(begun.map(({ stop }) => stop())), late]);
    },
  };
}
