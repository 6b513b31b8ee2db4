import { until } from './in-time.ts';

/**
 * Lets so many run at once; who comes later waits for a turn, in the order of coming.
 * @returns waits for a turn, and gives what ends it; throws the signal's reason
 */
export function createTurns(atOnce: number): (signal: AbortSignal) => Promise<() => void> {
  let running = 0;
  const waiting: (() => void)[] = [];
  /** Whoever waits takes the place over. */
  const end = () => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return async (signal) => {
    if (running < atOnce) {
      running += 1;
      return end;
    }
    const turn = Promise.withResolvers<void>();
    waiting.push(turn.resolve);
    try {
      await until(signal, turn.promise);
      return end;
    } catch (error) {
      const place = waiting.indexOf(turn.resolve);
      // Its turn may have come at this very moment: then it goes to the next.
      if (place < 0) end();
      else waiting.splice(place, 1);
      throw error;
    }
  };
}
