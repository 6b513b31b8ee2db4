import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { clip } from '../corpus/clip-slug.ts';
import type { HistoricalDate } from '../dates/historical-date.ts';

const LONGEST_DATE = 21;
const HASH = 6;
/** Of date and words together: leaves room for the two hashes that can follow, within 80. */
const LONGEST = 80 - 2 * (HASH + 1);

/**
 * The id of an imported document, `1962-11-02-ciphered-telegram-from-ambassador-3fa91c`: its date
 * and the title's first words, to be read; a hash of collection, date and title, to be one of its
 * own. The description has no part in it, so that a corrected one is the same document's.
 */
export function documentId(collection: string, date: HistoricalDate, title: string): string {
  const when = clip(slugify(date.edtf ?? ''), LONGEST_DATE) || 'undated';
  const words = clip(slugify(title, { decamelize: false }), LONGEST - when.length - 1);
  return [when, words, hash(collection, date.text, title)].filter(Boolean).join('-');
}

/**
 * The id of a document that its archive itself has a name for, `frus1894-d12-3fa91c`: it stays when
 * title or date are corrected.
 */
export function identifiedId(collection: string, identifier: string): string {
  const words = clip(slugify(identifier, { decamelize: false }), LONGEST);
  return [words, hash(collection, identifier)].filter(Boolean).join('-');
}

/** The id of another document that would have the same id: by its words. */
export const twinId = (id: string, words: string): string => `${id}-${hash(words)}`;

/** What a twin's id begins with. */
export const untwinned = (id: string): string => id.slice(0, -(HASH + 1));

const hash = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, HASH);
