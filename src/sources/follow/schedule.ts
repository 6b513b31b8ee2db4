import type { Source } from '../kinds/kind.ts';
import type { SourceState } from './state-file.ts';

/** A source that failed is asked again after this long, or at its next turn if that comes sooner. */
const AGAIN_MS = 60 * 60 * 1000;

/** When a source is to be followed next, by what is known of it. */
export function nextTurn({ every }: Pick<Source, 'every'>, state: SourceState | undefined): Date {
  if (!state) return new Date(0);
  const pause = state.outcome.error === null ? every : Math.min(every, AGAIN_MS);
  const turn = Date.parse(state.triedAt) + pause;
  return new Date(Math.max(turn, state.notBefore ? Date.parse(state.notBefore) : 0));
}

/**
 * Whether all of a source is to be asked for, and not only what has changed: also where its watermark was
 * dropped, since another source gave up what it has as well.
 * @param isWhole whether the corpus still has all that it had of the source
 */
export function asksForAll(
  { asks, full }: Pick<Source, 'asks' | 'full'>,
  state: SourceState | undefined,
  isWhole: boolean,
  now: Date,
): boolean {
  if (!state?.followedAt || state.asks !== asks || !isWhole) return true;
  if ((state.watermark ?? null) === null) return true;
  if (full === null) return false;
  return state.fullAt === null || Date.parse(state.fullAt) + full <= now.getTime();
}
