import type { Document } from './document.ts';

/** Documents of one provenance, counted. */
export type Collection = { name: string; documents: number };

/** The collections by name. */
export function countCollections(documents: readonly Document[]): Collection[] {
  const counts = new Map<string, number>();
  for (const { collection } of documents) {
    counts.set(collection, (counts.get(collection) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, documents]) => ({ name, documents }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
