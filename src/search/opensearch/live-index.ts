import { ArchiveUnreachable } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { Archive } from '../archive.ts';
import { forwardTo, putTo } from '../forward.ts';
import type { Name } from '../names/authority.ts';
import type { Cluster } from './cluster.ts';
import { openVersion } from './open-version.ts';
import { currentVersion } from './versions.ts';

/** An archive that changes when another version takes the place of the one before. */
export type LiveIndex = {
  /** What is in use now. Whoever asks several things of it holds on to it, so that they agree. */
  readonly archive: Archive;
  /** Stops looking for another version. */
  stop(): void;
};

/** Several bots change within two of these of each other. */
const LOOK_EVERY_MS = 4000;
/** An outage is told once in so long, however many questions meet it. */
const TOLD_EVERY_MS = 60_000;

/**
 * Opens what is in use under an alias, and follows it. Where nothing can be reached, every question
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
  let current: { index: string; archive: Archive } | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
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
    if (version.index === current?.index) return;
    const { documents } = version.meta;
    log.info(
      { index: version.index, documents },
      current ? 'changed corpus found' : 'corpus found',
    );
    const archive = watched(openVersion(cluster, version, names));
    current = { index: version.index, archive };
  };
  const tryToLook = () => look().catch((error) => tell(error.cause ?? error));
  await tryToLook();
  let isLooking = false;
  const timer = setInterval(async () => {
    if (isLooking) return;
    isLooking = true;
    await tryToLook();
    isLooking = false;
  }, lookEveryMs).unref();

  /** Before anything has been found, each question looks for itself. */
  const unopened = forwardTo(async (question) => {
    await look().catch((error) => {
      tell(error.cause ?? error);
      throw error;
    });
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
