import type { Page } from './page.ts';

/**
 * Looks whether pages follow each other as they should: those of a document together, numbered 1, 2, 3
 * in their order.
 */
export function followPages() {
  /** Where each document's pages begin. */
  const begins = new Map<string, number>();
  /** The page before; null where it couldn't be read, and what follows isn't judged by it. */
  let before: { id: string; page: number } | null = null;
  let isSkipped = false;
  return {
    /** Tells that there was a page that can't be read. */
    skip() {
      isSkipped = true;
    },
    /** What is wrong with a page's place, given the pages before it. */
    problemsOf({ id, page }: Page, line: number): { field: string; reason: string }[] {
      const isSame = before?.id === id;
      const first = begins.get(id);
      const last = isSame ? (before?.page ?? 0) : 0;
      const isJudged = !isSkipped;
      isSkipped = false;
      before = { id, page };
      if (first === undefined) begins.set(id, line);
      if (!isSame && first !== undefined && isJudged) {
        const reason = `"${id}" has pages from line ${first} on; the pages of a document must stand together`;
        return [{ field: 'id', reason }];
      }
      if (!isJudged || page === last + 1) return [];
      const found = last > 0 ? `is ${page} after ${last}` : `is ${page} on a document’s first page`;
      const reason = `${found}; pages are numbered 1, 2, 3 in their order`;
      return [{ field: 'page', reason }];
    },
  };
}
