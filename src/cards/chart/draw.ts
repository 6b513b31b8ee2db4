import type { TopLevelSpec } from 'vega-lite';
import { createIdleThread } from '../../threads/idle-thread.ts';

/**
 * Draws a plan as a PNG, in a thread of its own.
 * @throws what kept the thread from it
 */
export const draw = createIdleThread<TopLevelSpec, Uint8Array>(
  new URL('./draw-worker.ts', import.meta.url),
);
