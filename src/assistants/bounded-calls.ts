import { Outage } from '../errors.ts';
import type { Archive } from '../search/archive.ts';
import { forwardTo, putTo } from '../search/forward.ts';
import { inTime, until } from './in-time.ts';
import { createTurns } from './turns.ts';

/** How many calls run at once, how many wait for their turn, and how long a call may wait and take. */
const LIMITS = { atOnce: 8, waiting: 16, waitMs: 10_000, withinMs: 20_000 };

/** Runs what assistants ask, as much at a time as an archive can bear. */
export type BoundedCalls = {
  /**
   * Gives the archive to some work. Once the call is cancelled, or late, the work's next question to the
   * archive fails, and so does the call.
   * @throws Outage if too much is asked at once, the archive isn't open yet, or the work takes too long;
   * what the work throws
   */
  run<Value>(cancelled: AbortSignal, work: (archive: Archive) => Promise<Value>): Promise<Value>;
  /** Settles when nothing runs, nor waits. */
  idle(): Promise<void>;
};

/** @param open settles when the archive can be asked */
export function createBoundedCalls(
  open: () => Promise<Archive>,
  { atOnce, waiting, waitMs, withinMs } = LIMITS,
): BoundedCalls {
  const takeTurn = createTurns(atOnce);
  let present = 0;
  let whenIdle = Promise.withResolvers<void>();
  const leave = () => {
    present -= 1;
    if (present > 0) return;
    whenIdle.resolve();
    whenIdle = Promise.withResolvers<void>();
  };
  return {
    async run(cancelled, work) {
      if (present >= atOnce + waiting) throw busy();
      present += 1;
      let done = Promise.resolve();
      try {
        const opening = (signal: AbortSignal) => until(signal, open());
        const archive = await inTime(withinMs, cancelled, notOpen, opening);
        const endTurn = await inTime(waitMs, cancelled, busy, takeTurn);
        const begun: Promise<unknown>[] = [];
        const begin = <Value>(signal: AbortSignal, asked: Promise<Value>): Promise<Value> => {
          begun.push(asked);
          return until(signal, asked);
        };
        try {
          return await inTime(withinMs, cancelled, tooLate, (signal) => {
            const heeding = forwardTo((question) => {
              signal.throwIfAborted();
              return begin(signal, putTo(archive, question));
            });
            return begin(signal, work(heeding));
          });
        } finally {
          // The archive may still be at work for a call that nobody waits for.
          done = Promise.allSettled(begun).then(endTurn);
        }
      } finally {
        void done.then(leave);
      }
    },
    idle: () => (present === 0 ? Promise.resolve() : whenIdle.promise),
  };
}

const busy = (): Outage =>
  new Outage('Too much is asked at once, so this question was not put. Ask again in a moment.');

const notOpen = (): Outage =>
  new Outage('The archive is still being opened. Ask again in a moment.');

const tooLate = (): Outage =>
  new Outage('The archive took too long to answer. Ask again in a moment, or ask for less.');
