import type { Page } from './page.ts';
import { readPages } from './read-pages.ts';

/** A document's text: its pages by their numbers. */
export type Text = { id: string; pages: readonly Page[] };

/** Pages as their documents' texts: those of a document stand together. */
export async function* asTexts(pages: AsyncIterable<Page> | Iterable<Page>): AsyncGenerator<Text> {
  let current: { id: string; pages: Page[] } | undefined;
  for await (const page of pages) {
    if (current?.id !== page.id) {
      if (current) yield current;
      current = { id: page.id, pages: [] };
    }
    current.pages.push(page);
  }
  if (current) yield current;
}

/**
 * Reads the texts of a corpus, a document's at a time.
 * @param corpus the corpus's own file
 * @throws CorpusError with every problem, when all that can be read has been given
 */
export const textsBeside = (corpus: string): AsyncGenerator<Text> => asTexts(pagesOf(corpus));

async function* pagesOf(corpus: string): AsyncGenerator<Page> {
  for await (const { page } of readPages(corpus)) yield page;
}
