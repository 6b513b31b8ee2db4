import { setTimeout as wait } from 'node:timers/promises';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long what is under way is waited for at the end; what it leaves open, the next start settles. */
const STOP_WITHIN_MS = 2000;

/** What is done again and again until it is stopped. */
export type Repetition = { stop(): Promise<void> };

/**
 * Does something now and at intervals until it is stopped; one run ends before the next begins.
 * @param run never rejects
 */
export function repeat(
  run: (isStopping: () => boolean) => Promise<void>,
  everyMs: number,
): Repetition {
  let underWay: Promise<void> | undefined;
  let isStopping = false;
  const go = () => {
    underWay ??= run(() => isStopping).finally(() => {
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

/**
 * Does something now and once a day until it is stopped.
 * @param failed is told why it could not be done; the next day tries again
 */
export function repeatDaily(
  task: () => Promise<void>,
  failed: (error: unknown) => void,
  everyMs = DAY_MS,
): Repetition {
  let underWay: Promise<void> | undefined;
  const go = () => {
    underWay = task().catch(failed);
  };
  go();
  const timer = setInterval(go, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
