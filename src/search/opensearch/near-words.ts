import type { SearchAnswer } from './cluster.ts';
import type { WordCounts } from './fields/word-counts.ts';
import type { Searched } from './searched.ts';

/** A fuzzy search finds more words than anybody is shown; of each kind the most frequent are enough. */
const MOST_NEAR = 20;
/** As many words as a fuzzy search looks through. */
const MOST_EXPANSIONS = 5000;

/** Fewest edits come first, then words with the same first letter, then the more frequent. */
const WAYS = [
  { fuzziness: 1, prefix_length: 1 },
  { fuzziness: 1, prefix_length: 0 },
  { fuzziness: 2, prefix_length: 1 },
  { fuzziness: 2, prefix_length: 0 },
] as const;

/** The field of how many documents print a word; of records and texts, in those of which there are more. */
const PRINTED = {
  records: 'printed',
  texts: 'printed_texts',
  both: 'printed_most',
} as const satisfies Record<Searched, keyof WordCounts>;

/** The searches for printed words near to one. */
export const nearSearches = (searched: Searched, word: string): object[] =>
  WAYS.map((way) => nearTo(word, way, PRINTED[searched]));

const nearTo = (word: string, way: (typeof WAYS)[number], printed: keyof WordCounts) => ({
  query: {
    bool: {
      filter: [
        {
          fuzzy: {
            word: {
              value: word,
              ...way,
              max_expansions: MOST_EXPANSIONS,
              rewrite: 'constant_score',
            },
          },
        },
        { range: { [printed]: { gte: 1 } } },
      ],
    },
  },
  size: MOST_NEAR,
  sort: [{ [printed]: 'desc' }, { word: 'asc' }],
  _source: ['word', printed],
});

/** The words that were found near to one, with how many documents print each. */
export function nearIn(
  searched: Searched,
  word: string,
  answers: readonly SearchAnswer[],
): ReadonlyMap<string, readonly [number]> {
  const found = new Map<string, readonly [number]>();
  for (const { hits } of answers) {
    for (const { _source } of hits.hits) {
      const { word: near, ...counts } = _source as { word: string } & Partial<WordCounts>;
      if (isWithinTwo(word, near)) found.set(near, [counts[PRINTED[searched]] ?? 0]);
    }
  }
  return found;
}

/** By letters missing, added and changed alone: OpenSearch counts letters swapped as one edit. */
function isWithinTwo(one: string, other: string): boolean {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + Number(one[i - 1] !== other[j - 1]);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[other.length] ?? 0) <= 2;
}
