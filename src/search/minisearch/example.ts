import type { Document } from '../../data/corpus/document.ts';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { TWO_NAMES } from '../../data/corpus/two-names.ts';
import { certainDay } from '../../data/dates/anniversary.ts';
import { compareText } from '../../data/dates/compare.ts';

/** As many documents as are looked through for one that shows most. */
const LOOKED_AT = 500;
const LONGEST_TITLE = 80;

/** The document that shows most of what one can ask: always the same for the same documents. */
export function exampleOf(documents: PackedDocuments): Document | undefined {
  const step = Math.ceil(documents.length / LOOKED_AT);
  const looked = Array.from({ length: Math.floor(documents.length / step) }, (_, i) => i * step);
  const [best] = looked
    .map(documents.at)
    .sort((a, b) => shows(b) - shows(a) || compareText(a.id, b.id));
  return best;
}

const shows = (document: Document): number =>
  [
    certainDay(document.date),
    document.people?.length,
    document.places?.length,
    document.description,
    document.title.length <= LONGEST_TITLE,
    TWO_NAMES.test(document.title),
  ].filter(Boolean).length;
