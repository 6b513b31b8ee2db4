import { z } from 'zod';
import { HistoricalDate } from '../dates/historical-date.ts';
import { Publication } from './publication.ts';

/** What a record says several of; null if it says nothing. One string is read as a list of one. */
const Values = z
  .union([
    z.array(z.string().min(1)),
    z
      .string()
      .min(1)
      .transform((value) => [value]),
  ])
  .nullable();

/** A link is only ever to the web: no other scheme reaches a reader. */
export const WebUrl = z.url({
  protocol: /^https?$/,
  error: ({ input }) => (input === undefined ? undefined : 'must be an http or https address'),
});

/** A slug that stays the same when the source is read again or in another order. */
export const DocumentId = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/, 'must be 1 to 80 of a-z, 0-9 and -');

/** The unit of retrieval: one object, one line of a corpus. */
export const Document = z.strictObject({
  id: DocumentId,
  title: z.string().trim().min(1, 'must not be empty'),
  date: HistoricalDate,
  description: z.string(),
  collection: z.string().trim().min(1, 'must not be empty'),
  url: WebUrl.nullable(),
  creators: Values,
  /** Those it is addressed to; an import names them among the people, too. */
  recipients: Values.optional(),
  people: Values,
  places: Values,
  subjects: Values,
  languages: Values,
  type: Values,
  /** The archive's own reference (fond, file, folio). */
  source: Values,
  /** The archive's record number. */
  identifier: Values,
  rights: Values,
  /** Where it was published, if it was. */
  publication: Publication.optional(),
});
export type Document = z.infer<typeof Document>;
