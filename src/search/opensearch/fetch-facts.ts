import type { SearchAnswer } from './cluster.ts';
import { NOWHERE, type WordCounts } from './fields/word-counts.ts';
import { floatsOf } from './load/vectors.ts';
import type { Facts, Missing, WordFacts } from './lookups.ts';
import { nearIn, nearSearches } from './near-words.ts';
import { type PinnedIndex, totalOf } from './pinned-index.ts';
import { allOf, holdingAny, inTitle } from './queries.ts';
import type { Searched } from './searched.ts';
import { asToken } from './tokens.ts';

/** So many words can sound alike. */
const MOST_ALIKE = 10_000;

type Near = [searched: Searched, word: string];
type Groups = [searched: Searched, groups: string[][]];

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

type Kept = WordCounts & { word: string; vector?: string; keys: string[] };

async function fetchWords(
  { cluster, words }: PinnedIndex,
  sought: readonly string[],
  facts: Facts,
) {
  const wanted = { _source_includes: Object.keys(NOWHERE).join() };
  const found = await cluster.get(words, sought.map(asToken), wanted);
  for (const [i, word] of sought.entries()) {
    facts.words.set(word, factsOf((found[i]?._source ?? {}) as Partial<WordCounts>));
  }
}

const factsOf = (kept: Partial<WordCounts>): WordFacts => {
  const counts = { ...NOWHERE, ...kept };
  return {
    records: { printed: counts.printed, frequency: counts.frequency },
    texts: { printed: counts.printed_texts, frequency: counts.frequency_texts },
    both: { printed: counts.printed_most, frequency: counts.frequency_both },
  };
};

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
  const near = [...missing.near].map((key) => [key, ...(JSON.parse(key) as Near)] as const);
  const groups = [...missing.holding];
  const titles = [...missing.titles];
  const ofWords = [
    ...(keys.length > 0 ? [alikeBy(keys)] : []),
    ...near.flatMap(([, searched, word]) => nearSearches(searched, word)),
  ].map((body) => ({ index: words, body }));
  const ofDocuments = [
    ...groups.map((group) => {
      const [searched, stems] = JSON.parse(group) as Groups;
      return holdingAny(stems, searched);
    }),
    ...titles.map((sought) => allOf((JSON.parse(sought) as string[]).map(inTitle))),
  ].map((query) => ({ index, body: { query, size: 0, track_total_hits: true } }));
  const answers = await cluster.search([...ofWords, ...ofDocuments]);
  if (keys.length > 0) keepAlike(keys, answers.shift(), facts);
  for (const [key, searched, word] of near) {
    const found = answers.splice(0, nearSearches(searched, word).length);
    facts.near.set(key, nearIn(searched, word, found));
  }
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
