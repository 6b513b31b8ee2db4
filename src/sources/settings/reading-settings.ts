import iconv from 'iconv-lite';
import { z } from 'zod';
import { mappedFields } from '../../data/import/field-map.ts';
import { formats } from '../../data/import/formats.ts';

/** How a source's files are to be read, as an import is told it. */
export const READING = {
  collection: z.string().trim().min(1, 'needs a name').nullable().default(null),
  format: z
    .string()
    .transform((text, context) => {
      const format = formats.find(({ name }) => name === text);
      if (format) return format;
      const names = formats.map(({ name }) => name).join(', ');
      context.addIssue(`there is no format "${text}"; use one of ${names}`);
      return z.NEVER;
    })
    .nullable()
    .default(null),
  /** Columns or keys by the fields that they fill. */
  map: z
    .partialRecord(z.enum(mappedFields), z.string().trim().min(1))
    .default({})
    .transform(
      (columns) =>
        new Map(
          mappedFields.flatMap((field) =>
            columns[field] === undefined ? [] : [[field, columns[field]] as const],
          ),
        ),
    ),
  encoding: z
    .string()
    .trim()
    .refine(iconv.encodingExists, 'isn’t an encoding that is known; use one such as windows-1251')
    .nullable()
    .default(null),
  century: z.coerce
    .string()
    .regex(/^\d\d00$/, 'must be the first year of a century, such as 1900')
    .transform((text): [number, number] => [Number(text), Number(text) + 99])
    .nullable()
    .default(null),
  text: z.boolean().default(true),
};
export type ReadingSettings = z.output<z.ZodObject<typeof READING>>;
