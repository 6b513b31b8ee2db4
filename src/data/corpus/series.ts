import { z } from 'zod';
import type { Document } from './document.ts';

/**
 * The edition that a collection is taken from, by its full name, so that a citation can spell it out:
 * _Foreign Relations of the United States_, 1897, doc. 429.
 */
export const Series = z.strictObject({
  /** As the documents name it. */
  collection: z.string().trim().min(1, 'must not be empty'),
  title: z.string().trim().min(1, 'must not be empty'),
  /** Year or volume, as it is cited. */
  volume: z.string().trim().min(1).optional(),
  /** What stands before a document's number in its identifier: `frus1897/d`. */
  numbered: z.string().min(1).optional(),
});
export type Series = z.infer<typeof Series>;

/** A document's number in its series; undefined if its identifier has none. */
export function numberIn({ numbered }: Series, { identifier }: Document): string | undefined {
  if (!numbered) return undefined;
  const own = identifier?.find((one) => one.startsWith(numbered));
  return own === undefined ? undefined : /^[\p{L}\p{N}.-]+$/u.exec(own.slice(numbered.length))?.[0];
}
