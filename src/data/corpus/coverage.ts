import { z } from 'zod';

/** What a collection's own listing counts, against what is held here. */
export const Coverage = z.strictObject({
  collection: z.string().min(1),
  /** How many documents the archive lists. */
  listed: z.int().nonnegative(),
  /** How many of them are held. */
  held: z.int().nonnegative(),
  /** The places in the listing that are not held, as inclusive intervals counted from 1. */
  missing: z.array(z.tuple([z.int().positive(), z.int().positive()])),
});
export type Coverage = z.infer<typeof Coverage>;
