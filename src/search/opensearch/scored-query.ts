import type { Interpretation } from '../query/interpret.ts';
import { FIRST_STEPS, STEP } from '../ranking/steps.ts';
import { TEXT_SHARE } from '../ranking/texts-beside-records.ts';
import { titleKey } from './fields/document-fields.ts';
import { heldSteps, type Step } from './held-steps.ts';
import type { Known } from './lookups.ts';
import type { PinnedIndex } from './pinned-index.ts';
import { anyOf, type Clause, metInRecord, NOTHING, term, within } from './queries.ts';
import type { Searched } from './searched.ts';
import { type WordQueries, wordQueries } from './word-queries.ts';

/** A score is one number here: words never score as much as a step. */
const WORDS_AT_MOST = STEP - 4;
/** How documents are scored: by words, and by the steps of what comes first. */
export type Scoring = {
  words: WordQueries;
  /** Whether a record's own score grows with what its text says. */
  addsTexts: boolean;
  /** What is found whatever its words, and stands above all else. */
  first: readonly Step[];
  /** What stands above the rest of what is found. */
  steps: readonly Step[];
};

/** A query whose scores order what it finds. */
export type ScoredQuery = {
  /** With the steps of what comes first. */
  query: Clause;
  /** By words alone, of what meets the demands. */
  byWords: Clause;
};

/**
 * How what an interpretation looks for is scored, demands aside.
 * @param named what was named by an id, an address or a reference
 */
export function scoringOf(
  interpretation: Interpretation,
  known: Known,
  searched: Searched,
  documents: number,
  named: readonly Clause[],
): Scoring {
  const { words, isCommon, hasDemands, typed } = interpretation;
  const most = searched === 'both' ? WORDS_AT_MOST / (1 + TEXT_SHARE) : WORDS_AT_MOST;
  const held = heldSteps(interpretation, known, searched, documents);
  const isMetApart = searched === 'both' && hasDemands;
  const { title, name } = FIRST_STEPS[searched];
  const first: Step[] = [
    ...(words.length > 0 ? [{ filter: term('title_words', titleKey(words)), steps: title }] : []),
    ...named.map((filter) => ({ filter, steps: name })),
  ];
  const steps: Step[] = [
    ...(held ?? []).map(({ filter, steps }) => ({ filter, steps: isMetApart ? 2 * steps : steps })),
    ...(isMetApart ? [{ filter: metInRecord(typed), steps: 1 }] : []),
  ];
  return {
    words: wordQueries(interpretation, known, searched, most),
    addsTexts: held === undefined && !isCommon,
    first: searched === 'texts' ? [] : first,
    steps,
  };
}

/**
 * Makes one query. Where records and texts are searched, texts count as much as the best of each say
 * that meets the demands, which is asked for first.
 */
export async function toQuery(
  index: PinnedIndex,
  { words, addsTexts, first, steps }: Scoring,
  demands: readonly Clause[],
): Promise<ScoredQuery> {
  const inWords = await inOne(index, words, addsTexts, demands);
  const byWords = within(inWords, demands);
  const found = anyOf([inWords, ...first.map(lifting)]);
  if (steps.length === 0) return { byWords, query: found };
  return { byWords, query: { bool: { must: [found], should: steps.map(lifting) } } };
}

const lifting = ({ filter, steps }: Step): Clause => ({
  constant_score: { filter, boost: steps * STEP },
});

async function inOne(
  index: PinnedIndex,
  { records, texts }: WordQueries,
  addsTexts: boolean,
  demands: readonly Clause[],
): Promise<Clause> {
  if (!records || !texts) return records ?? texts ?? NOTHING;
  const [ofRecords = 0, ofTexts = 0] = await topScores(
    index,
    [records, texts].map((query) => within(query, demands)),
  );
  if (ofTexts === 0) return records;
  const boost = (TEXT_SHARE * (ofRecords || ofTexts)) / ofTexts;
  const beside = addsTexts ? {} : { must_not: [records] };
  return anyOf([records, { bool: { must: [texts], ...beside, boost } }]);
}

async function topScores(index: PinnedIndex, queries: readonly Clause[]): Promise<number[]> {
  const answers = await index.search(
    queries.map((query) => ({
      query,
      size: 1,
      track_total_hits: false,
      stored_fields: '_none_',
    })),
  );
  return answers.map(({ hits }) => hits.hits[0]?._score ?? 0);
}
