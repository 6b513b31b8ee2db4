import type { Archive, TextCoverage } from '../archive.ts';
import { phrasesIn } from '../query/demanded-phrases.ts';
import { interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import { noTexts, partsOf } from './parts.ts';
import type { SearchIndex } from './search-index.ts';
import type { TextState } from './texts/text-state.ts';

/** Documents as they can be read. */
export function createReading(
  index: SearchIndex,
): Pick<Archive, 'pages' | 'passagesIn' | 'textCoverage'> {
  let counted: { of: TextState; coverage: TextCoverage } | undefined;
  return {
    async pages(id, window) {
      const { textState } = index;
      if (textState.kind === 'none') return { total: 0, pages: [] };
      if (textState.kind !== 'ready') throw noTexts(textState);
      const ordinal = index.documents.ordinalOf(id);
      return ordinal === undefined
        ? { total: 0, pages: [] }
        : textState.texts.pages(ordinal, window);
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
