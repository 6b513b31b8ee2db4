import { createIdleThread } from '../../../threads/idle-thread.ts';
import type { Match, Matched, MatchTask } from '../../standing.ts';

/** A thread for questions that stand, whichever archive is asked the others. */
export function openMatcher(names: string | undefined): Match {
  const match = createIdleThread<MatchTask & { names: string | undefined }, Matched[]>(
    new URL('./match-worker.ts', import.meta.url),
  );
  return (task) => match({ ...task, names });
}
