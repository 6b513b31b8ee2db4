import type { Document } from '../../data/corpus/document.ts';

/** So much of a description tells it from another, in characters. */
const TELLING = 150;
/** What differs between the dates of two descriptions. */
const OF_DATES =
  /[\d\s.,;:()[\]–-]+|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|noon|midnight|[ap]\. ?m)\b/gi;

/** Which documents look the same in a list: each has the number of its group. */
export type Alike = { groupOf(place: number): number };

/**
 * Documents are alike that have collection and title in common, and a description that begins with
 * the same words, figures and months aside. It is worked out when it is first asked for.
 * @param documents in the order of their places
 */
export function createAlike(documents: readonly Document[]): Alike {
  let groups: Int32Array | undefined;
  return {
    groupOf(place) {
      groups ??= groupAlike(documents);
      return groups[place] ?? -1;
    },
  };
}

function groupAlike(documents: readonly Document[]): Int32Array {
  const titles = new Map<string, number>();
  for (const { title } of documents) titles.set(title, (titles.get(title) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return Int32Array.from(documents, (document, place) => {
    // Most titles are the only ones, and most of the work is in the descriptions.
    if (titles.get(document.title) === 1) return -1 - place;
    const key = [document.collection, document.title, opening(document.description)].join('\0');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

const opening = (description: string): string =>
  description
    .slice(0, TELLING)
    .replace(OF_DATES, '')
    .slice(0, (TELLING * 2) / 3);

/**
 * The best of each group, and how many more the group has.
 * @param isBetter whether the first of two places stands above the second
 */
export function bestOfEach(
  places: readonly number[],
  { groupOf }: Alike,
  isBetter: (one: number, other: number) => boolean,
): { places: number[]; more: ReadonlyMap<number, number> } {
  const best = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const place of places) {
    const group = groupOf(place);
    const known = best.get(group);
    if (known === undefined || isBetter(place, known)) best.set(group, place);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const more = new Map<number, number>();
  for (const [group, place] of best) more.set(place, (counts.get(group) ?? 1) - 1);
  return { places: [...best.values()], more };
}
