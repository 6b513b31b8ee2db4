import type { Page } from '../../data/texts/page.ts';
import type { Archive } from '../archive.ts';
import { phrasesIn } from '../query/demanded-phrases.ts';
import { interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import type { Window } from '../questions.ts';
import type { Weights } from '../text/snippet.ts';
import { bestOn, foundPage, pageIn, passageAt, phraseOn } from './found-page.ts';
import type { Lookups } from './lookups.ts';
import { BEST_PAGES, holdingStems, ofDocument, saying } from './page-queries.ts';
import { columnOf, columns, idIn, type PinnedIndex, totalOf } from './pinned-index.ts';
import { anyOf } from './queries.ts';
import { searchedOf } from './searched.ts';
import { searchPages } from './text-passages.ts';
import { pageId } from './versions.ts';
import type { Whole } from './whole.ts';
import { checkWindow } from './window-limit.ts';

/** So many pages are fetched at a time. */
const A_PART = 200;
/** So many ids are asked for at a time. */
const IDS = 5000;
/** A page that says a phrase comes before any that holds the words alone. */
const A_PHRASE = 4096;

/** Documents as they can be read. */
export function createReading(
  index: PinnedIndex,
  lookups: Lookups,
  whole: Whole,
): Pick<Archive, 'pages' | 'pagesOf' | 'withText' | 'passagesIn' | 'textCoverage'> {
  return {
    async pages(id, { offset, limit }) {
      const total = await countPages(index, id);
      const length = Math.max(0, Math.min(limit, total - offset));
      return { total, pages: await readPages(index, id, { offset, limit: length }) };
    },
    async pagesOf(given, window) {
      const ids = [...new Set(given)];
      const counts = await countPagesOf(index, ids);
      return { total: sum(counts.values()), pages: await readPagesOf(index, counts, window) };
    },
    async withText(after, limit) {
      const { hits } = await index.searchOnce({
        query: { range: { text_pages: { gt: 0 } } },
        size: limit,
        sort: [{ id: 'asc' }],
        ...(after !== undefined && { search_after: [after] }),
        track_total_hits: false,
        ...columns(),
      });
      return hits.hits.map(idIn);
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
  const numbers = Array.from({ length: limit }, (_, i) => offset + i + 1);
  return getPages(
    cluster,
    index,
    numbers.map((number) => pageId(id, number)),
  );
}

/** @param counts how many pages each document has, in the order that is wanted */
function readPagesOf(
  { cluster, pages: index }: PinnedIndex,
  counts: ReadonlyMap<string, number>,
  { offset, limit }: Window,
): Promise<Page[]> {
  const wanted: string[] = [];
  let before = 0;
  for (const [id, count] of counts) {
    const first = Math.max(0, offset - before);
    const end = Math.min(count, offset + limit - before);
    for (let page = first; page < end; page += 1) wanted.push(pageId(id, page + 1));
    before += count;
  }
  return getPages(cluster, index, wanted);
}

/** Pages, all of which must be there. */
async function getPages(
  cluster: PinnedIndex['cluster'],
  index: string,
  ids: readonly string[],
): Promise<Page[]> {
  const pages: Page[] = [];
  for (let at = 0; at < ids.length; at += A_PART) {
    const part = ids.slice(at, at + A_PART);
    for (const hit of await cluster.get(index, part, { stored_fields: 'line' })) {
      if (!hit) throw new Error('OpenSearch lacks a page of a text');
      pages.push(pageIn(hit));
    }
  }
  return pages;
}

/** How many pages a document's text has; 0 for one that has none. */
const countPages = async (index: PinnedIndex, id: string): Promise<number> =>
  sum((await countPagesOf(index, [id])).values());

/** How many pages the texts of documents have, by their ids and in their order. */
async function countPagesOf(
  index: PinnedIndex,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += IDS) parts.push(ids.slice(at, at + IDS));
  const answers = await index.search(
    parts.map((part) => ({
      query: { terms: { id: part } },
      size: part.length,
      track_total_hits: false,
      ...columns('text_pages'),
    })),
  );
  const counts = new Map(
    answers.flatMap(({ hits }) =>
      hits.hits.map((hit) => [idIn(hit), columnOf<number>(hit, 'text_pages') ?? 0] as const),
    ),
  );
  return new Map(ids.map((id) => [id, counts.get(id) ?? 0]));
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
