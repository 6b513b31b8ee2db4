import { backOff } from '../back-off.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { FollowedSources } from '../sources/followed-sources.ts';
import type { FollowResult } from '../sources/thread/follow-task.ts';

/** How often it is looked whether a source is due. */
const LOOK_EVERY_MS = 30_000;
/** After what keeps all sources from being followed, pauses grow up to this one. */
const LONGEST_PAUSE_MS = 60 * 60_000;

/** What is followed, and what is to be done with a corpus that has changed. */
export type ToFollow = {
  sources: FollowedSources;
  /** Takes the changes into an archive that doesn't look at the corpus itself. */
  loadChanges?: (() => Promise<void>) | undefined;
};

/**
 * Follows each source when it is due, one after the other, until it is stopped. Whatever goes wrong is
 * logged, and tried again.
 */
export function startFollowing(
  { sources, loadChanges }: ToFollow,
  log: Logger,
  lookEveryMs = LOOK_EVERY_MS,
): { stop(): Promise<void> } {
  let isStopped = false;
  // Whoever was the keeper before may have been killed when the corpus was written.
  let isToLoad = true;
  /** Until when a source is left alone whose thread ended before it could keep what came of it. */
  const givenUpUntil = new Map<string, number>();

  const followDue = withPauses('The sources can’t be followed', async () => {
    for (const { name, next } of await sources.status()) {
      const turn = Math.max(
        next?.getTime() ?? Number.POSITIVE_INFINITY,
        givenUpUntil.get(name) ?? 0,
      );
      if (turn > Date.now() || isStopped) continue;
      const result = await sources.follow(name).catch((err: unknown) => {
        givenUpUntil.set(name, Date.now() + LONGEST_PAUSE_MS);
        log.error({ err, source: name }, 'A source was given up; it is followed again in an hour.');
      });
      if (result && logFollowed(result, log)) isToLoad = true;
    }
  });

  const loadWhatChanged = withPauses('Changes can’t be loaded into OpenSearch', async () => {
    if (!isToLoad || !loadChanges || isStopped) return;
    await loadChanges();
    isToLoad = false;
    log.info('changes of the sources loaded into OpenSearch');
  });

  /** Tries something at each look, but after failures with growing pauses. */
  function withPauses(failed: string, run: () => Promise<void>): () => Promise<void> {
    let failures = 0;
    let notBefore = 0;
    return async () => {
      if (Date.now() < notBefore) return;
      try {
        await run();
        failures = 0;
      } catch (error) {
        notBefore = Date.now() + backOff(failures, lookEveryMs, LONGEST_PAUSE_MS);
        failures += 1;
        if (error instanceof UserError) log.error(`${failed}: ${error.message}`);
        else log.error({ err: error }, `${failed}; it is tried again.`);
      }
    };
  }

  let isLooking = false;
  const lookUnlessLooking = async () => {
    if (isLooking) return;
    isLooking = true;
    await followDue();
    await loadWhatChanged();
    isLooking = false;
  };
  void lookUnlessLooking();
  const timer = setInterval(lookUnlessLooking, lookEveryMs);
  timer.unref();
  return {
    // What is under way isn't waited for: it writes all or nothing.
    async stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

/**
 * Logs what came of following a source.
 * @returns whether the corpus has changed
 * @throws UserError for what keeps all sources from being followed
 */
export function logFollowed(result: FollowResult, log: Logger): boolean {
  if ('refused' in result) throw new UserError(result.refused);
  const { report, errors } = result;
  for (const { name, error, kind, added, changed, deleted, failed, documents } of report.sources) {
    const figures = { source: name, kind, added, changed, deleted, failed, documents };
    if (error !== null) log.warn({ ...figures, error }, 'a source could not be followed');
    else log.info(figures, 'a source was followed');
  }
  for (const problem of errors) log.error({ problem }, 'An error while a source was followed.');
  return report.written;
}
