import { createIdleThread } from '../../threads/idle-thread.ts';
import type { CSL_STYLES } from './styles.ts';

/** An item of CSL JSON, and the style that it is to be set in. */
export type ToTypeset = { style: keyof typeof CSL_STYLES; item: object };

/** Sets an item as a style has it, as HTML, in a thread that loads citeproc-js and the styles. */
export const typeset = createIdleThread<ToTypeset, string>(
  new URL('./typeset-worker.ts', import.meta.url),
);
