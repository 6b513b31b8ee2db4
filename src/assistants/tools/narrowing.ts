import type { z } from 'zod';
import { UserError } from '../../errors.ts';
import { findCollection, readFilter } from '../../interactions/read-options.ts';
import type { Archive } from '../../search/archive.ts';
import type { Filter } from '../../search/questions.ts';
import { line } from '../facts.ts';
import { words } from './tool.ts';

const MOST_NAMES = 20;

/** What narrows a question. */
export const narrowing = {
  from: words(100).optional(),
  to: words(100).optional(),
  collection: words(200).optional(),
};

/**
 * Reads what narrows a question, with a note of how.
 * @throws UserError if a date or the collection isn't understood, or the dates are reversed
 */
export async function readNarrowing(
  { from, to, collection }: z.infer<z.ZodObject<typeof narrowing>>,
  archive: Pick<Archive, 'collections'>,
): Promise<{ filter: Filter; notes: string[] }> {
  if (collection !== undefined) await requireCollection(collection, archive);
  const { filter, words } = await readFilter({ from, to, collection }, archive);
  return { filter, notes: words.length > 0 ? [`Narrowed: ${words.join(', ')}.`] : [] };
}

/** An assistant sees no list while it types: it is told the names. */
async function requireCollection(
  typed: string,
  archive: Pick<Archive, 'collections'>,
): Promise<void> {
  const collections = await archive.collections();
  try {
    findCollection(typed, collections);
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    const names = collections.slice(0, MOST_NAMES).map(({ name }) => `“${line(name, 120)}”`);
    const more = collections.length > names.length ? ', …' : '';
    throw new UserError(
      `No collection, or more than one, is called “${line(typed, 100)}”. There are ${names.join(', ')}${more}.`,
      { cause },
    );
  }
}
