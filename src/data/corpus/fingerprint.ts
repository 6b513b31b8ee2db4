import { createHash } from 'node:crypto';
import { HistoricalDate } from '../dates/historical-date.ts';
import { Document } from './document.ts';
import { Publication } from './publication.ts';

/** All keys there are, in an order that no source decides. */
const KEYS = [Document, HistoricalDate, Publication]
  .flatMap(({ shape }) => Object.keys(shape))
  .sort();

/**
 * Twelve hexadecimal digits that are the same as long as the document says the same: told beside its
 * id, they show later whether a record has changed since.
 */
export const fingerprint = (document: Document): string =>
  createHash('sha256').update(JSON.stringify(document, KEYS)).digest('hex').slice(0, 12);

/** A document by what it says, whatever its id: an import may give the same record another one. */
export type Content = { id: string; content: string };

/** Twelve hexadecimal digits, as of a fingerprint. */
export const contentOf = (document: Document): Content => ({
  id: document.id,
  content: fingerprint({ ...document, id: '' }),
});
