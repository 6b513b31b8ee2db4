import type { Document } from '../../data/corpus/document.ts';
import { contentOf } from '../../data/corpus/fingerprint.ts';
import { compareDates } from '../../data/dates/compare.ts';
import { lowerBoundBy } from '../../data/lower-bound.ts';
import type { Archive } from '../archive.ts';
import { bareWords } from '../text/analysis.ts';
import { windowOf } from '../window.ts';
import { documentsAt, type SearchIndex } from './search-index.ts';
import { titled, wordless } from './title-index.ts';

/** Documents by what they are known by. */
export function createHoldings(
  index: SearchIndex,
): Pick<Archive, 'documents' | 'loaded' | 'contents' | 'named'> {
  const { documents } = index;
  const find = (id: string): Document[] => {
    const ordinal = documents.ordinalOf(id);
    return ordinal === undefined ? [] : [documents.at(ordinal)];
  };
  return {
    async documents(ids) {
      return [...new Set(ids)].flatMap(find);
    },
    async loaded(ids) {
      return ids.filter((id) => documents.ordinalOf(id) !== undefined);
    },
    async contents(after, limit) {
      const { length, idAt, at } = documents;
      const first = after === undefined ? 0 : lowerBoundBy(length, (other) => idAt(other) <= after);
      const count = Math.min(limit, length - first);
      return Array.from({ length: count }, (_, index) => contentOf(at(first + index)));
    },
    async named(idOrTitle, window) {
      const chosen = find(idOrTitle);
      return windowOf(chosen.length > 0 ? chosen : ofTitle(index, idOrTitle), window);
    },
  };
}

/** Those of a title in any case, oldest first. */
function ofTitle(index: SearchIndex, title: string): Document[] {
  const wanted = title.trim().toLowerCase();
  const words = bareWords(title);
  const ordinals = words.length > 0 ? titled(index, words) : wordless(index);
  // Ordinals are in the order of ids, and sorting keeps it for equal dates.
  return documentsAt(
    index,
    ordinals.sort((one, other) => one - other),
  )
    .filter((candidate) => candidate.title.toLowerCase() === wanted)
    .sort((one, other) => compareDates(one.date, other.date));
}
