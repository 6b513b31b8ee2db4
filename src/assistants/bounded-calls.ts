import { Outage } from '../errors.ts';
import type { Archive } from '../search/archive.ts';
import { forwardTo, putTo } from '../search/forward.ts';

/** How many calls run at once, how many wait for their turn, and how long a call may wait and take. */
const LIMITS = { atOnce: 8, waiting: 16, waitMs: 5000, withinMs: 20_000 };

/** Runs what assistants ask, as much at a time as an archive can bear. */
export type BoundedCalls = {
  /**
   * Gives the archive to some work. Once the call is cancelled, or late, the work's next question to the
   * archive fails, and so does the call.
   * @throws Outage if too much is asked at once, or the work takes too long; what the work throws
   */
  run<Value>(cancelled: AbortSignal, work: (archive: Archive) => Promise<Value>): Promise<Value>;
  /** Settles when nothing runs, nor waits. */
  idle(): Promise<void>;
};

/** @param open settles when the archive can be asked */
export function createBoundedCalls(
  open: () => Promise<Archive>,
  { atOnce, waiting: mostWaiting, waitMs, withinMs } = LIMITS,
): BoundedCalls {
  let running = 0;
  const waiting: (() => void)[] = [];
  let whenIdle = Promise.withResolvers<void>();

  async function enter(cancelled: AbortSignal): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.length >= mostWaiting) throw busy();
    const turn = Promise.withResolvers<void>();
    waiting.push(turn.resolve);
    const overdue = AbortSignal.timeout(waitMs);
    try {
      await until(AbortSignal.any([cancelled, overdue]), turn.promise);
    } catch (error) {
      const place = waiting.indexOf(turn.resolve);
      // Its turn may have come at this very moment: then it goes to the next.
      if (place < 0) leave();
      else waiting.splice(place, 1);
      throw overdue.aborted ? busy() : error;
    }
  }

  /** Whoever waits takes the place over. */
  function leave(): void {
    const next = waiting.shift();
    if (next) {
      next();
      return;
    }
    running -= 1;
    if (running > 0) return;
    whenIdle.resolve();
    whenIdle = Promise.withResolvers<void>();
  }

  return {
    async run(cancelled, work) {
      await enter(cancelled);
      const late = AbortSignal.timeout(withinMs);
      const signal = AbortSignal.any([cancelled, late]);
      const begun: Promise<unknown>[] = [];
      try {
        const archive = await until(signal, open());
        const asked = forwardTo((question) => {
          signal.throwIfAborted();
          const answer = putTo(archive, question);
          begun.push(answer);
          return until(signal, answer);
        });
        const done = work(asked);
        begun.push(done);
        return await until(signal, done);
      } catch (error) {
        throw late.aborted && !cancelled.aborted ? tooLate() : error;
      } finally {
        // The archive may still be at work for a call that nobody waits for.
        void Promise.allSettled(begun).then(leave);
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : whenIdle.promise),
  };
}

/** What comes first: the value, or the signal. @throws the signal's reason */
function until<Value>(signal: AbortSignal, value: Promise<Value>): Promise<Value> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([value, aborted]).finally(() => signal.removeEventListener('abort', stop));
}

const busy = (): Outage =>
  new Outage('Too much is asked at once, so this question was not put. Ask again in a moment.');

const tooLate = (): Outage =>
  new Outage('The archive took too long to answer. Ask again in a moment, or ask for less.');
