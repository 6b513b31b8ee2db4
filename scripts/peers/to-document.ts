import type { Document } from '../../src/data/corpus/document.ts';
import { parseDate } from '../../src/data/dates/parse.ts';
import type { PeerDocument } from './peer.ts';

/** A document with nothing in it but what the collection gives. */
export const toDocument = ({ id, title, text, year }: PeerDocument): Document => ({
  id,
  title: title.trim() || '[Untitled]',
  date: parseDate(year === undefined ? '' : String(year)).date,
  description: text,
  collection: '',
  url: null,
  creators: null,
  people: null,
  places: null,
  subjects: null,
  languages: null,
  type: null,
  source: null,
  identifier: null,
  rights: null,
});
