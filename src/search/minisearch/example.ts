import type { Document } from '../../data/corpus/document.ts';
import type { PackedDocuments } from '../../data/corpus/packed-documents.ts';
import { compareText } from '../../data/dates/compare.ts';
import { shows } from '../ranking/example.ts';

/** As many documents as are looked through for one that shows most. */
const LOOKED_AT = 500;

/** The document that shows most of what one can ask: always the same for the same documents. */
export function exampleOf(documents: PackedDocuments): Document | undefined {
  const step = Math.ceil(documents.length / LOOKED_AT);
  const looked = Array.from({ length: Math.floor(documents.length / step) }, (_, i) => i * step);
  const [best] = looked
    .map(documents.at)
    .sort((a, b) => shows(b) - shows(a) || compareText(a.id, b.id));
  return best;
}
