import type { Observe } from '../discord/observe.ts';
import type { Logger } from '../log.ts';
import type { Archive } from '../search/archive.ts';
import type { Store } from '../store/store.ts';
import { createReadiness } from './readiness.ts';
import { serveHealth } from './server.ts';
import { timedArchive, timedStore } from './timed.ts';

/** No document has it, and no server: what is asked about it is answered at little cost. */
const NOBODY = '0';

/** What is told of the bot's state. What is watched is ready as long as it answers. */
export type Health = {
  /** Watches an archive. @returns the same, with the time of every question measured */
  archive(current: () => Archive): () => Archive;
  /** Watches a store. @returns the same, with the time of every question measured */
  store(store: Store): Store;
  /** Watches the connection by which interactions come. */
  discord(isReady: () => boolean): void;
  /** Is to be told of every interaction; undefined if nobody wants to know. */
  observe: Observe | undefined;
  /** From now on the bot isn't ready: it takes no new interactions. */
  stop(): void;
  close(): Promise<void>;
};

/** Watches nothing. */
const NO_HEALTH: Health = {
  archive: (current) => current,
  store: (store) => store,
  discord() {},
  observe: undefined,
  stop() {},
  async close() {},
};

/**
 * Serves the bot's state and figures, if a port was given for it. What this needs is loaded only then:
 * it takes memory.
 * @throws UserError if the address can't be listened on
 */
export async function openHealth(
  { healthPort, healthHost }: { healthPort: number | undefined; healthHost: string },
  log: Logger,
): Promise<Health> {
  if (healthPort === undefined) return NO_HEALTH;
  const { createMetrics } = await import('./metrics.ts');
  const metrics = createMetrics(log);
  const readiness = createReadiness(log);
  const server = await serveHealth(
    { port: healthPort, host: healthHost },
    { readiness: readiness.read, metrics: metrics.page },
  );
  log.info({ host: healthHost, port: healthPort }, 'health is told at /live, /ready and /metrics');
  return {
    archive(current) {
      readiness.watch('archive', async () => {
        await current().loaded([NOBODY]);
        return true;
      });
      metrics.watchCorpus(current);
      const timed = new WeakMap<Archive, Archive>();
      return () => {
        // The same one stays the same, so that who holds on to it can tell when another takes its place.
        const archive = current();
        const watched = timed.get(archive) ?? timedArchive(archive, metrics.archive);
        timed.set(archive, watched);
        return watched;
      };
    },
    store(store) {
      readiness.watch('store', async () => {
        await store.settings.remembersCards(NOBODY);
        return true;
      });
      metrics.watchSubscriptions(store);
      return timedStore(store, metrics.store);
    },
    discord: (isReady) => readiness.watch('discord', isReady),
    observe: metrics.interaction,
    stop: readiness.stop,
    close: server.close,
  };
}
