import { z } from 'zod';

/** How much of the calendar a date names. `set` is several days (4 and 6 November 1863). */
export const Precision = z.enum([
  'day',
  'month',
  'year',
  'decade',
  'century',
  'season',
  'interval',
  'set',
  'unknown',
]);
export type Precision = z.infer<typeof Precision>;

/**
 * A whole day as `YYYY-MM-DD` (ISO 8601). Years outside 0000 to 9999 carry a sign and at least
 * six digits (`-000043-03-15`), as ECMAScript's date time string format has it; year 0000 is 1 BCE.
 */
export const Day = z.string().regex(/^(?:[+-]\d{6,12}|\d{4})-\d{2}-\d{2}$/, 'must be YYYY-MM-DD');
export type Day = z.infer<typeof Day>;

/** A date as an archive knows it: never a JavaScript Date. */
export const HistoricalDate = z.strictObject({
  /** As printed in the record; empty if the record has none. */
  text: z.string(),
  /** The EDTF (ISO 8601-2) level 1 or 2 form, or null if none says it. */
  edtf: z.string().nullable(),
  /** The first day it can mean; null if open or unknown. */
  start: Day.nullable(),
  /** The last day it can mean; null if open or unknown. */
  end: Day.nullable(),
  precision: Precision,
  /** "circa": near the date, perhaps not on it. */
  approximate: z.boolean(),
  /** "?": perhaps another date altogether. */
  uncertain: z.boolean(),
  /** Bracketed: supplied by the archive, not found on the document. */
  inferred: z.boolean(),
});
export type HistoricalDate = z.infer<typeof HistoricalDate>;
