import { z } from 'zod';

/** A document of Foreign Relations of the United States, as the source's JSON Lines have it. */
export const FrusRecord = z.object({
  /** `frus1861/d1` */
  id: z.string(),
  volume: z.string(),
  number: z.string(),
  title: z.string().optional(),
  /** The date as the edition encodes it, `1861-02` to `1861-02-28T12:00:00`. */
  date: z.string().optional(),
  /** The date as printed. */
  date_text: z.string().optional(),
  /** Where and when, as printed. */
  dateline: z.string().optional(),
  /** Either the archive's reference or, in brackets, the kind of copy. */
  source: z.string().optional(),
  /** The headings above it, joined by ` > `. */
  collection: z.string(),
  url: z.url(),
});
export type FrusRecord = z.infer<typeof FrusRecord>;
