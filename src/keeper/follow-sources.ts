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
  let isToLoad = false;
  let failures = 0;
  let notBefore = 0;

  async function followDue(): Promise<void> {
    const isDue = (next: Date | null) => next !== null && next.getTime() <= Date.now();
    for (const { name, next } of await sources.status()) {
      if (!isDue(next) || isStopped) continue;
      const result = await sources.follow(name);
      if ('refused' in result) throw new UserError(result.refused);
      logResult(result, log);
      if (result.report.written) isToLoad = true;
    }
    if (!isToLoad || !loadChanges || isStopped) return;
    await loadChanges();
    isToLoad = false;
    log.info('changes of the sources loaded into OpenSearch');
  }

  async function look(): Promise<void> {
    if (Date.now() < notBefore) return;
    try {
      await followDue();
      failures = 0;
    } catch (error) {
      notBefore = Date.now() + backOff(failures, lookEveryMs, LONGEST_PAUSE_MS);
      failures += 1;
      if (error instanceof UserError) log.error(`The sources can’t be followed: ${error.message}`);
      else log.error({ err: error }, 'The sources can’t be followed.');
    }
  }

  let isLooking = false;
  const lookUnlessLooking = async () => {
    if (isLooking) return;
    isLooking = true;
    await look();
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

function logResult(result: Exclude<FollowResult, { refused: string }>, log: Logger): void {
  for (const { name, error, kind, added, changed, deleted, failed, documents } of result.report
    .sources) {
    const figures = { source: name, kind, added, changed, deleted, failed, documents };
    if (error !== null) log.warn({ ...figures, error }, 'a source could not be followed');
    else log.info(figures, 'a source was followed');
  }
  for (const problem of result.errors) {
    log.error({ problem }, 'An error while a source was followed.');
  }
}
