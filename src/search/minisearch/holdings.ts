import type { Document } from '../../data/corpus/document.ts';
import { compareDates } from '../../data/dates/compare.ts';
import type { Archive } from '../archive.ts';
import { bareWords } from '../text/analysis.ts';
import { documentsAt, type Shelf } from './shelf.ts';
import { titled } from './titles.ts';
import { windowOf } from './window.ts';

/** Documents by what they are known by. */
export function createHoldings(shelf: Shelf): Pick<Archive, 'documents' | 'loaded' | 'named'> {
  const documentOf = (id: string): Document | undefined => {
    const found = shelf.documents[shelf.placeOf(id) ?? -1];
    return found?.id === id ? found : undefined;
  };
  return {
    async documents(ids) {
      return [...new Set(ids)].flatMap((id) => documentOf(id) ?? []);
    },
    async loaded(ids) {
      return ids.filter(documentOf);
    },
    async named(idOrTitle, window) {
      const chosen = documentOf(idOrTitle);
      return windowOf(chosen ? [chosen] : ofTitle(shelf, idOrTitle), window);
    },
  };
}

/** Those of a title in any case, oldest first. */
function ofTitle(shelf: Shelf, title: string): Document[] {
  const wanted = title.trim().toLowerCase();
  const words = bareWords(title);
  const candidates =
    words.length > 0
      ? documentsAt(shelf, titled(shelf.titles, words).sort(byPlace))
      : shelf.documents;
  return candidates
    .filter((candidate) => candidate.title.toLowerCase() === wanted)
    .sort((one, other) => compareDates(one.date, other.date));
}

/** Places are in the order of ids, and sorting keeps it for equal dates. */
const byPlace = (one: number, other: number) => one - other;
