import { setTimeout as wait } from 'node:timers/promises';
import { Outage } from '../errors.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import type { Match } from '../search/archive.ts';
import { askWatches } from './ask-watches.ts';
import { deliverDigest } from './deliver-digest.ts';
import { enterNews } from './enter-news.ts';
import { notifyPaused } from './notify-paused.ts';
import { CORPUS, withCorpus } from './scopes.ts';

/** How often it is looked whether anything is new. */
const EVERY_MS = 5000;
/** How long what is under way is waited for at the end; the next start goes on with it. */
const STOP_WITHIN_MS = 2000;
/** Messages under way at once: Discord takes 50 requests a second from a bot. */
const AT_ONCE = 8;
/** So many digests are sent before it is looked again what is new. */
const AT_MOST = 200;

/** Sees what is new, asks the watches, and sends what they have to tell. Never rejects. */
export async function runWatches(
  given: Services,
  match: Match,
  log: Logger,
  isStopping = () => false,
): Promise<void> {
  const services = withCorpus(given);
  const failed = (what: string) => (err: unknown) =>
    // An archive that is busy or away answers later.
    err instanceof Outage ? log.warn({ reason: err.message }, what) : log.error({ err }, what);
  const { watches } = services.store;
  try {
    if (await watches.any()) {
      for (const scope of [CORPUS, ...(await watches.guilds())]) await enterNews(scope, services);
      await askWatches(services, match);
    }
  } catch (err) {
    failed('what is new could not be told to watches; it is tried again')(err);
  }
  await sendDue(services, failed, isStopping).catch(failed('the digests could not be read'));
}

async function sendDue(
  services: Services,
  failed: (what: string) => (err: unknown) => void,
  isStopping: () => boolean,
): Promise<void> {
  const { watches, digests } = services.store;
  const queue = (await digests.due(AT_MOST)).values();
  const work = async () => {
    for (const id of queue) {
      if (isStopping()) return;
      await deliverDigest(id, services).catch(
        failed('a digest could not be sent; it is tried again'),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const watch of await watches.unnotified()) {
    if (isStopping()) return;
    await notifyPaused(watch, services).catch(
      failed('nobody could be told that a watch is paused; it is tried again'),
    );
  }
}

/** Runs watches at intervals until it is stopped; one run ends before the next begins. */
export function startWatching(
  services: Services,
  match: Match,
  log: Logger,
  everyMs = EVERY_MS,
): { stop(): Promise<void> } {
  let underWay: Promise<void> | undefined;
  let isStopping = false;
  const go = () => {
    underWay ??= runWatches(services, match, log, () => isStopping).finally(() => {
      underWay = undefined;
    });
  };
  go();
  const timer = setInterval(go, everyMs);
  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await Promise.race([underWay, wait(STOP_WITHIN_MS, undefined, { ref: false })]);
    },
  };
}
