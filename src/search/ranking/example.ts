import type { Document } from '../../data/corpus/document.ts';
import { TWO_NAMES } from '../../data/corpus/two-names.ts';
import { certainDay } from '../../data/dates/anniversary.ts';

const LONGEST_TITLE = 80;

/** How much a document shows of what one can ask. */
export const shows = (document: Document): number =>
  [
    certainDay(document.date),
    document.people?.length,
    document.places?.length,
    document.description,
    document.title.length <= LONGEST_TITLE,
    TWO_NAMES.test(document.title),
  ].filter(Boolean).length;
