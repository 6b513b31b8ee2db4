import type { Store } from '../../src/store/store.ts';

/** The store of the test that is running, and another process's way to it. */
export type Current = () => { store: Store; open: () => Promise<Store> };

/** A day of January 2026. */
export const moment = (day: number) => new Date(Date.UTC(2026, 0, day));
