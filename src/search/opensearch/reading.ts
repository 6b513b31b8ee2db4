import type { Page } from '../../data/texts/page.ts';
import type { Archive, Window } from '../archive.ts';
import { phrasesIn } from '../query/demanded-phrases.ts';
import { interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import type { Weights } from '../text/snippet.ts';
import { bestOn, foundPage, pageIn, passageAt, phraseOn } from './found-page.ts';
import type { Lookups } from './lookups.ts';
import { BEST_PAGES, holdingStems, ofDocument, saying } from './page-queries.ts';
import { columnOf, columns, type PinnedIndex, totalOf } from './pinned-index.ts';
import { anyOf, term } from './queries.ts';
import { searchedOf } from './searched.ts';
import { searchPages } from './text-passages.ts';
import { pageId } from './versions.ts';
import type { Whole } from './whole.ts';
import { checkWindow } from './window-limit.ts';

/** So many pages are fetched at a time. */
const A_PART = 200;
/** A page that says a phrase comes before any that holds the words alone. */
const A_PHRASE = 4096;

/** Documents as they can be read. */
export function createReading(
  index: PinnedIndex,
  lookups: Lookups,
  whole: Whole,
): Pick<Archive, 'pages' | 'passagesIn' | 'textCoverage'> {
  return {
    async pages(id, { offset, limit }) {
      const total = await countPages(index, id);
      const length = Math.max(0, Math.min(limit, total - offset));
      return { total, pages: await readPages(index, id, { offset, limit: length }) };
    },
    async passagesIn(id, { text, ...expansion }, window) {
      checkWindow(window);
      const searched = searchedOf(index.meta, 'texts');
      const { worth, phrases } = await lookups.settle(searched, (known) => {
        const { typed, stems } = interpret(known, readTyped(text.toWellFormed()), expansion);
        const worth: Weights = new Map(stems.map((stem) => [stem, known.ofTexts.idf(stem)]));
        return { worth, phrases: phrasesIn(typed) };
      });
      const { offset, limit } = window;
      const [answer] = await searchPages(index, [
        {
          query: {
            bool: {
              must: [holdingStems(worth, ['stems'])],
              filter: [ofDocument(id)],
              should: [{ constant_score: { filter: anyOf(phrases.map(saying)), boost: A_PHRASE } }],
            },
          },
          from: limit === 0 ? 0 : offset,
          size: limit,
          track_total_hits: true,
          ...BEST_PAGES,
        },
      ]);
      if (!answer) throw new Error('OpenSearch has answered no search');
      const passages = answer.hits.hits.map((hit) => {
        const page = foundPage(hit);
        const said = phrases.flatMap((phrase) => phraseOn(page, phrase) ?? []);
        const place = said.length > 0 ? Math.min(...said) : bestOn(page, worth)?.place;
        return passageAt(page, place ?? 0, worth);
      });
      return { total: totalOf(answer), passages };
    },
    async textCoverage() {
      const { documents, pages, words } = index.meta.texts;
      return { documents, pages, words, collections: await whole.withText() };
    },
  };
}

/** The pages of a document's text that stand in a window, all of which must be there. */
export async function readPages(
  { cluster, pages: index }: PinnedIndex,
  id: string,
  { offset, limit }: Window,
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let at = 0; at < limit; at += A_PART) {
    const numbers = Array.from({ length: Math.min(A_PART, limit - at) }, (_, i) => offset + at + i);
    const ids = numbers.map((number) => pageId(id, number + 1));
    for (const hit of await cluster.get(index, ids, { stored_fields: 'line' })) {
      if (!hit) throw new Error('OpenSearch lacks a page of a text');
      pages.push(pageIn(hit));
    }
  }
  return pages;
}

/** How many pages a document's text has; 0 for one that has none. */
async function countPages(index: PinnedIndex, id: string): Promise<number> {
  const { hits } = await index.searchOnce({
    query: term('id', id),
    size: 1,
    ...columns('text_pages'),
  });
  const [hit] = hits.hits;
  return (hit && columnOf<number>(hit, 'text_pages')) ?? 0;
}
