import { backOff } from '../back-off.ts';
import { Outage } from '../errors.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { type Repetition, repeat } from '../repeat.ts';
import type { Match } from '../search/standing.ts';
import { askWatches } from './ask-watches.ts';
import { deliverDigest } from './deliver-digest.ts';
import { enterAllNews } from './enter-news.ts';
import { notifyPaused } from './notify-paused.ts';
import { areTextsPending, withCorpus } from './scopes.ts';

/** How often it is looked whether anything is new. */
const EVERY_MS = 5000;
/** What fails is tried with growing pauses, up to this one. */
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Messages under way at once: Discord takes 50 requests a second from a bot. */
const AT_ONCE = 8;
/** So many digests are sent before it is looked again what is new. */
const AT_MOST = 200;

/** Sees what is new, asks the watches, and sends what they have to tell. Never rejects. */
export async function runWatches(given: Services, match: Match, log: Logger): Promise<void> {
  const services = withCorpus(given);
  await askOfNews(services, match, log, () => false);
  await sendDue(services, match, log, () => false);
}

/** Sees what is new, and asks the watches. @returns false if that failed, and is to be tried again */
async function askOfNews(
  services: Services,
  match: Match,
  log: Logger,
  isStopping: () => boolean,
): Promise<boolean> {
  const { watches } = services.store;
  try {
    if (!(await watches.any()) || (await areTextsPending(services))) return true;
    await enterAllNews(await watches.guilds(), services);
    await askWatches(services, match);
    return true;
  } catch (error) {
    // The store may have been closed meanwhile.
    if (!isStopping()) logFailure('what is new could not be told to watches', log)(error);
    return false;
  }
}

/** An archive that is busy or away answers later. */
const logFailure = (what: string, log: Logger) => (err: unknown) =>
  err instanceof Outage
    ? log.warn({ reason: err.message }, `${what}; it is tried again`)
    : log.error({ err }, `${what}; it is tried again`);

const sendDue = (
  services: Services,
  match: Match,
  log: Logger,
  isStopping: () => boolean,
): Promise<void> =>
  sendDigests(services, match, log, isStopping).catch(
    logFailure('the digests could not be read', log),
  );

async function sendDigests(
  services: Services,
  match: Match,
  log: Logger,
  isStopping: () => boolean,
): Promise<void> {
  const { watches, digests } = services.store;
  const due = await digests.due(AT_MOST);
  // What is new couldn't be counted again while texts are being read, and each would lose a try.
  const mustWait = due.length > 0 && (await areTextsPending(services));
  const queue = (mustWait ? [] : due).values();
  const work = async () => {
    for (const id of queue) {
      if (isStopping()) return;
      await deliverDigest(id, services, match).catch(logFailure('a digest could not be sent', log));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const watch of await watches.unnotified()) {
    if (isStopping()) return;
    await notifyPaused(watch, services).catch(
      logFailure('nobody could be told that a watch is paused', log),
    );
  }
}

/** Runs watches at intervals until it is stopped; one run ends before the next begins. */
export function startWatching(
  services: Services,
  match: Match,
  log: Logger,
  everyMs = EVERY_MS,
): Repetition {
  let failures = 0;
  let notBefore = 0;
  return repeat(async (isStopping) => {
    const current = withCorpus(services);
    if (performance.now() >= notBefore) {
      const isDone = await askOfNews(current, match, log, isStopping);
      notBefore = isDone ? 0 : performance.now() + backOff(failures, everyMs, LONGEST_PAUSE_MS);
      failures = isDone ? 0 : failures + 1;
    }
    await sendDue(current, match, log, isStopping);
  }, everyMs);
}
