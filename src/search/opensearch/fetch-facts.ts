import type { SearchAnswer } from './cluster.ts';
import { floatsOf } from './load/vectors.ts';
import type { Facts, Missing } from './lookups.ts';
import { type PinnedIndex, totalOf } from './pinned-index.ts';
import { allOf, holdingAny, inTitle } from './queries.ts';
import { asToken } from './tokens.ts';

/** A fuzzy search finds more words than anybody is shown; of each kind the most frequent are enough. */
const MOST_NEAR = 20;
/** So many words can sound alike. */
const MOST_ALIKE = 10_000;
/** As many words as a fuzzy search looks through. */
const MOST_EXPANSIONS = 5000;

/** Fetches what is missing, all at once. What isn't there is known too. */
export async function fetchFacts(
  index: PinnedIndex,
  missing: Missing,
  facts: Facts,
): Promise<void> {
  await Promise.all([
    fetchWords(index, [...missing.words], facts),
    fetchDirections(index, [...missing.directions], facts),
    fetchSearched(index, missing, facts),
  ]);
}

type Kept = { word: string; printed: number; frequency: number; vector?: string; keys: string[] };

async function fetchWords(
  { cluster, words }: PinnedIndex,
  sought: readonly string[],
  facts: Facts,
) {
  const wanted = { _source_includes: 'printed,frequency' };
  const found = await cluster.get(words, sought.map(asToken), wanted);
  for (const [i, word] of sought.entries()) {
    const { printed = 0, frequency = 0 } = (found[i]?._source ?? {}) as Partial<Kept>;
    facts.words.set(word, { printed, frequency });
  }
}

async function fetchDirections(
  { cluster, words }: PinnedIndex,
  terms: readonly string[],
  facts: Facts,
) {
  const found = await cluster.get(words, terms.map(asToken), { _source_includes: 'vector' });
  for (const [i, term] of terms.entries()) {
    const { vector } = (found[i]?._source ?? {}) as Partial<Kept>;
    facts.directions.set(term, vector === undefined ? undefined : floatsOf(vector));
  }
}

/** Spellings, near words and what is held together, in one request. */
async function fetchSearched(
  { cluster, index, words }: PinnedIndex,
  missing: Missing,
  facts: Facts,
): Promise<void> {
  const keys = [...missing.alike];
  const near = [...missing.near];
  const groups = [...missing.holding];
  const titles = [...missing.titles];
  const ofWords = [
    ...(keys.length > 0 ? [alikeBy(keys)] : []),
    ...near.flatMap((word) => WAYS.map((way) => nearTo(word, way))),
  ].map((body) => ({ index: words, body }));
  const ofDocuments = [
    ...groups.map((group) => holdingAny(JSON.parse(group))),
    ...titles.map((sought) => allOf((JSON.parse(sought) as string[]).map(inTitle))),
  ].map((query) => ({ index, body: { query, size: 0, track_total_hits: true } }));
  const answers = await cluster.search([...ofWords, ...ofDocuments]);
  if (keys.length > 0) keepAlike(keys, answers.shift(), facts);
  for (const word of near) keepNear(word, answers.splice(0, WAYS.length), facts);
  for (const group of groups) {
    const answer = answers.shift();
    facts.holding.set(group, answer ? totalOf(answer) : 0);
  }
  for (const sought of titles) {
    const answer = answers.shift();
    facts.titles.set(sought, answer ? totalOf(answer) : 0);
  }
}

const alikeBy = (keys: readonly string[]) => ({
  query: { bool: { filter: { terms: { keys } } } },
  size: MOST_ALIKE,
  _source: ['word', 'keys'],
});

function keepAlike(keys: readonly string[], answer: SearchAnswer | undefined, facts: Facts): void {
  const alike = new Map(keys.map((key) => [key, [] as string[]]));
  for (const { _source } of answer?.hits.hits ?? []) {
    const { word, keys: own } = _source as Kept;
    for (const key of own) alike.get(key)?.push(word);
  }
  for (const [key, words] of alike) facts.alike.set(key, words.sort());
}

/** Fewest edits come first, then words with the same first letter, then the more frequent. */
const WAYS = [
  { fuzziness: 1, prefix_length: 1 },
  { fuzziness: 1, prefix_length: 0 },
  { fuzziness: 2, prefix_length: 1 },
  { fuzziness: 2, prefix_length: 0 },
] as const;

const nearTo = (word: string, way: (typeof WAYS)[number]) => ({
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
        { range: { printed: { gte: 1 } } },
      ],
    },
  },
  size: MOST_NEAR,
  sort: [{ printed: 'desc' }, { word: 'asc' }],
  _source: ['word', 'printed'],
});

function keepNear(word: string, answers: readonly SearchAnswer[], facts: Facts): void {
  const found = new Map<string, readonly [number]>();
  for (const { hits } of answers) {
    for (const { _source } of hits.hits) {
      const { word: near, printed } = _source as Kept;
      if (isWithinTwo(word, near)) found.set(near, [printed]);
    }
  }
  facts.near.set(word, found);
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
