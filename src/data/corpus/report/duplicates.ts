import type { Document } from '../document.ts';

/** Documents that may be one: the same title, letters and digits alone, on the same days. */
export type Duplicate = { title: string; date: string; ids: readonly string[] };

/** Groups of likely duplicates, in the order of the corpus; documents without a day have none. */
export function likelyDuplicates(documents: readonly Document[]): readonly Duplicate[] {
  const dated = documents.filter(({ date }) => date.start !== null || date.end !== null);
  const groups = Map.groupBy(
    dated,
    ({ title, date }) => `${date.start}/${date.end} ${bare(title)}`,
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? [
          {
            title: first.title,
            date: first.date.text,
            ids: [first, ...others].map(({ id }) => id),
          },
        ]
      : [],
  );
}

const bare = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
