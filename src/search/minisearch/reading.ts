import { lowerBoundBy } from '../../data/lower-bound.ts';
import type { Page } from '../../data/texts/page.ts';
import type { TextCoverage } from '../answers.ts';
import type { Archive } from '../archive.ts';
import { phrasesIn } from '../query/demanded-phrases.ts';
import { interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import type { Window } from '../questions.ts';
import { noTexts, partsOf } from './parts.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchedTexts, TextState } from './texts/text-state.ts';

/** Documents as they can be read. */
export function createReading(
  index: SearchIndex,
): Pick<Archive, 'pages' | 'pagesOf' | 'withText' | 'passagesIn' | 'textCoverage'> {
  /** @throws UserError while texts can't be read */
  function readable(): SearchedTexts | undefined {
    const { textState } = index;
    if (textState.kind === 'none') return undefined;
    if (textState.kind !== 'ready') throw noTexts(textState);
    return textState.texts;
  }
  function pagesOf(id: string, window: Window) {
    const ordinal = index.documents.ordinalOf(id);
    const texts = readable();
    return ordinal === undefined || !texts ? NONE : texts.pages(ordinal, window);
  }
  let counted: { of: TextState; coverage: TextCoverage } | undefined;
  return {
    pages: async (id, window) => pagesOf(id, window),
    async pagesOf(ids, { offset, limit }) {
      const pages: Page[] = [];
      let total = 0;
      for (const id of new Set(ids)) {
        const first = Math.max(0, offset - total);
        const own = pagesOf(id, { offset: first, limit: limit - pages.length });
        pages.push(...own.pages);
        total += own.total;
      }
      return { total, pages };
    },
    async withText(after, limit) {
      const texts = readable();
      const { length, idAt } = index.documents;
      const ids: string[] = [];
      let ordinal = after === undefined ? 0 : lowerBoundBy(length, (other) => idAt(other) <= after);
      for (; texts && ordinal < length && ids.length < limit; ordinal += 1) {
        if (texts.hasText(ordinal)) ids.push(idAt(ordinal));
      }
      return ids;
    },
    async passagesIn(id, { text, ...expansion }, window) {
      const ordinal = index.documents.ordinalOf(id);
      const { texts, sought } = partsOf(index, 'texts');
      if (ordinal === undefined || !texts) return { total: 0, passages: [] };
      const { typed, stems } = interpret(sought, readTyped(text.toWellFormed()), expansion);
      const worth = new Map(stems.map((stem) => [stem, texts.statistics.idf(stem)]));
      return texts.passages(ordinal, worth, phrasesIn(typed), window);
    },
    async textCoverage() {
      const { textState } = index;
      if (counted?.of !== textState) counted = { of: textState, coverage: coverageOf(index) };
      return counted.coverage;
    },
  };
}

const NONE = { total: 0, pages: [] };

function coverageOf({ textState, columns }: SearchIndex): TextCoverage {
  const texts = textState.kind === 'ready' ? textState.texts : undefined;
  const { dictionary, lists } = columns.values.collections;
  const collections = dictionary.map((name) => ({ name, documents: 0, withText: 0 }));
  // Every document is of one collection.
  for (const [ordinal, number] of lists.values.entries()) {
    const collection = collections[number];
    if (!collection) continue;
    collection.documents += 1;
    collection.withText += Number(texts?.hasText(ordinal) ?? false);
  }
  return {
    ...(texts?.coverage ?? { documents: 0, pages: 0, words: 0 }),
    collections: collections.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
    ...(textState.kind === 'pending' && { pending: textState.done }),
    ...(textState.kind === 'failed' && { unreadable: true }),
  };
}
