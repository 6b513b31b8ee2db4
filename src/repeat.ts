const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Does something now and once a day until it is stopped.
 * @param failed is told why it could not be done; the next day tries again
 */
export function repeatDaily(
  task: () => Promise<void>,
  failed: (error: unknown) => void,
  everyMs = DAY_MS,
): { stop(): Promise<void> } {
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
