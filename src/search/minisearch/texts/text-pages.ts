import type { Page } from '../../../data/texts/page.ts';
import type { Window } from '../../questions.ts';
import { bare, type KeptPage, unpackChunk } from './chunks.ts';
import type { TextDatabase } from './schema.ts';

/** Reads pages of documents by their numbers in the database. */
export function openTextPages(database: TextDatabase) {
  const count = database.prepare('SELECT pages FROM documents WHERE number = ?').pluck();
  const from = database
    .prepare(
      `SELECT pages FROM chunks WHERE document = :number AND first_page >= (
         SELECT max(first_page) FROM chunks WHERE document = :number AND first_page <= :offset
       ) AND first_page < :end ORDER BY first_page`,
    )
    .pluck();
  const atWord = database
    .prepare(
      `SELECT pages FROM chunks WHERE document = ? AND first_word <= ?
       ORDER BY first_page DESC LIMIT 1`,
    )
    .pluck();
  const all = database
    .prepare('SELECT pages FROM chunks WHERE document = ? ORDER BY first_page')
    .pluck();

  return {
    /** The pages of a window, in their order, and how many there are in all. */
    pages(number: number, id: string, { offset, limit }: Window): { total: number; pages: Page[] } {
      const total = (count.get(number) as number | undefined) ?? 0;
      const end = offset + limit;
      if (limit <= 0 || offset >= total) return { total, pages: [] };
      const chunks = from.all({ number, offset, end }) as Buffer[];
      const pages = chunks.flatMap(unpackChunk).filter(({ page }) => page > offset && page <= end);
      return { total, pages: pages.map((page) => asPage(id, page)) };
    },
    /** The page that the word of a place stands on. */
    pageAt(number: number, place: number): KeptPage | undefined {
      const chunk = atWord.get(number, place) as Buffer | undefined;
      return chunk && unpackChunk(chunk).findLast(({ firstWord }) => firstWord <= place);
    },
    allPages: (number: number): KeptPage[] => (all.all(number) as Buffer[]).flatMap(unpackChunk),
  };
}

const asPage = (id: string, page: KeptPage): Page => ({ id, ...bare(page) });
