import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { clip } from './clip-slug.ts';
import type { Document } from './document.ts';

/** What the ids of all documents begin with that people have added, here or before an export. */
const ADDED = 'added-';
const LONGEST_TITLE = 60;
const HASH = 12;

/**
 * The id of a document that is added to a server, `added-letter-to-chiang-3fa91c02b7de`: the title's first
 * words, and a hash of the server and of the id that an import would give it. A document that was added
 * once and comes back with an export keeps its id.
 */
export function addedId(guild: string, { id, title }: Pick<Document, 'id' | 'title'>): string {
  if (isAddedId(id)) return id;
  const words = clip(slugify(title, { decamelize: false }), LONGEST_TITLE);
  const hash = createHash('sha256').update(`${guild}\0${id}`).digest('hex').slice(0, HASH);
  return [`${ADDED}${words}`.replace(/-$/, ''), hash].join('-');
}

export const isAddedId = (id: string): boolean => id.startsWith(ADDED);
