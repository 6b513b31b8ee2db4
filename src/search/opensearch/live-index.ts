import { setTimeout as wait } from 'node:timers/promises';
import { ArchiveUnreachable } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { Archive } from '../archive.ts';
import { forwardTo, putTo } from '../forward.ts';
import type { Name } from '../names/authority.ts';
import type { Cluster } from './cluster.ts';
import { fieldsDigest } from './fields/fields-digest.ts';
import { openVersion } from './open-version.ts';
import { currentVersion } from './versions.ts';
import { warmUp } from './warm-up.ts';

/** An archive that changes when another version takes the place of the one before. */
export type LiveIndex = {
  /** What is in use now. Whoever asks several things of it holds on to it, so that they agree. */
  readonly archive: Archive;
  /** Stops looking for another version. */
  stop(): void;
};

/** Several bots change within 10 s of each other: each looks so often, and then prepares so long. */
const LOOK_EVERY_MS = 4000;
const WARMED_UP_WITHIN_MS = 3000;
/** An outage is told once in so long, however many questions meet it. */
const TOLD_EVERY_MS = 60_000;

const MADE_OTHERWISE =
  'The index was loaded by another version of Reading Room, which reads words otherwise. Run "npm run load" of this version; until then this bot doesn’t answer from it.';

/**
 * Opens what is in use under an alias, and follows it, as long as the same code has made it: what it had
 * before stays until there is another one that it can read. Where nothing can be reached, every question
 * fails with `ArchiveUnreachable` until it can.
 * @param names what persons and places are also called
 */
export async function openLiveIndex(
  cluster: Cluster,
  alias: string,
  names: readonly Name[],
  log: Logger,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<LiveIndex> {
  let current: { index: string; readAt: string; archive: Archive } | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let refused: string | undefined;
  const tell = (err: unknown) => {
    if (performance.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = performance.now();
    log.error({ err }, 'The archive can’t be reached.');
  };
  /** Tells the log of outages: whoever asked is told without it. */
  const watched = (archive: Archive): Archive =>
    forwardTo((question) =>
      putTo(archive, question).catch((error) => {
        if (error instanceof ArchiveUnreachable) tell(error.cause ?? error);
        throw error;
      }),
    );
  const look = async () => {
    const version = await currentVersion(cluster, alias);
    if (!version) throw new ArchiveUnreachable(new Error(`nothing has been loaded as ${alias}`));
    const { index, meta } = version;
    const { documents, readAt, settings } = meta;
    if (index === current?.index && readAt === current.readAt) return;
    // Other code has made it: it would be found by other words, and nobody would notice what is missing.
    if (settings !== fieldsDigest()) {
      if (!current) throw new ArchiveUnreachable(new Error(MADE_OTHERWISE));
      if (refused !== index) log.error({ index }, MADE_OTHERWISE);
      refused = index;
      return;
    }
    if (index !== current?.index)
      log.info({ index, documents }, current ? 'changed corpus found' : 'corpus found');
    const archive = openVersion(cluster, version, names);
    // Whoever asks next meets what goes wrong here.
    const warmed = index === current?.index ? undefined : warmUp(archive).catch(() => {});
    await Promise.race([warmed, wait(WARMED_UP_WITHIN_MS, undefined, { ref: false })]);
    current = { index, readAt, archive: watched(archive) };
  };
  let looking: Promise<void> | undefined;
  /** One look at a time, however many wait for it. */
  const lookOnce = () => {
    looking ??= look()
      .catch((error) => {
        tell(error.cause ?? error);
        throw error;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  const lookAgain = () => lookOnce().catch(() => {});
  await lookAgain();
  const timer = setInterval(lookAgain, lookEveryMs).unref();

  /** Before anything has been found, each question looks for itself. */
  const unopened = forwardTo(async (question) => {
    await lookOnce();
    if (!current) throw new ArchiveUnreachable();
    return putTo(current.archive, question);
  });
  return {
    get archive() {
      return current?.archive ?? unopened;
    },
    stop: () => clearInterval(timer),
  };
}
