import { countWords } from './count-words.ts';
import type { PageKind } from './page.ts';
import { readPages } from './read-pages.ts';
import type { TextTotals } from './text-totals.ts';

/** How much text the documents of a corpus have, and what of it wants a look. */
export type TextReport = TextTotals & {
  /** Pages by how their text came about. */
  kinds: Partial<Record<PageKind, number>>;
  /** Ids that have pages, and no document in the corpus: what they say is never shown. */
  withoutDocument: readonly string[];
};

/**
 * Looks the texts of corpora over.
 * @param has whether there is a document of an id
 * @throws CorpusError for texts that can't be read
 */
export async function reportOnTexts(
  corpora: readonly string[],
  has: (id: string) => boolean,
): Promise<TextReport> {
  const documents = new Set<string>();
  const withoutDocument = new Set<string>();
  const kinds: TextReport['kinds'] = {};
  let pages = 0;
  let words = 0;
  for (const corpus of corpora) {
    for await (const { page } of readPages(corpus)) {
      if (!has(page.id)) {
        withoutDocument.add(page.id);
        continue;
      }
      documents.add(page.id);
      kinds[page.kind] = (kinds[page.kind] ?? 0) + 1;
      pages += 1;
      words += countWords(page.text);
    }
  }
  return { documents: documents.size, pages, words, kinds, withoutDocument: [...withoutDocument] };
}
