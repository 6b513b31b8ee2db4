import { z } from 'zod';
import { Interval } from './every.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What every source has, whatever its kind. */
export const COMMON = {
  /** By which it is asked for, and which its documents' origins have. */
  name: z
    .string()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u,
      'must be 1 to 60 letters, figures, blanks, ".", "_" and "-", and begin with a letter or figure',
    ),
  /** How often the bot follows it. */
  every: Interval.default(DAY_MS),
  /** How often all of it is asked for anew, and not only what has changed; null for never. */
  full: Interval.nullable().default(null),
};
export type CommonSettings = z.output<z.ZodObject<typeof COMMON>> & { kind: string };

/** An address of the web, without a password in it. */
export const Address = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) => (input === undefined ? undefined : 'must be an http or https address'),
  })
  .refine((text) => {
    const { username, password } = URL.canParse(text)
      ? new URL(text)
      : { username: '', password: '' };
    return !username && !password;
  }, 'must not hold a user or a password; put a key into the environment and name its variable under "key"');

/** The name of a variable of the environment that holds a key: `$ZOTERO_KEY`, `${ZOTERO_KEY}` or `ZOTERO_KEY`. */
export const KeyVariable = z
  .string()
  .regex(
    /^(?:\$?[A-Z_][A-Z0-9_]*|\$\{[A-Z_][A-Z0-9_]*\})$/,
    'must name a variable of the environment, such as $ZOTERO_KEY; the key itself doesn’t belong into this file',
  )
  .transform((text) => text.replaceAll(/[${}]/g, ''));
