import type { Filter } from '../hits.ts';
import { similarityOf } from '../latent/latent-space.ts';
import { type Expansion, type Interpretation, interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import type { TypedQuery } from '../query/typed-query.ts';
import type { WordStatistics } from '../query/word-statistics.ts';
import type { Weights } from '../text/snippet.ts';
import type { Known, Lookups } from './lookups.ts';
import type { PinnedIndex } from './pinned-index.ts';
import { allOf, type Clause, demandsOf, passing, within } from './queries.ts';
import { type ScoredQuery, scoringOf, toQuery } from './scored-query.ts';
import { type Searched, searchedOf } from './searched.ts';

/** What a text asks for, as a query to OpenSearch. */
export type Sought = Interpretation &
  ScoredQuery & {
    /** How the text was read, before names were added. */
    read: TypedQuery;
    searched: Searched;
    /** What documents must meet beside the words. */
    demands: readonly Clause[];
    /** How much each stem tells, for snippets of records and of texts. */
    worth: Weights;
    worthInTexts: Weights;
    /** How similar a document's vector is to what is asked; undefined where that isn't known. */
    similarity: ((vector: Int8Array) => number) | undefined;
  };

/**
 * Reads a text as a query, by what the documents hold.
 * @throws UserError if only texts are to be searched, and there are none
 */
export const seek = (
  index: PinnedIndex,
  lookups: Lookups,
  text: string,
  expansion: Expansion = {},
): Promise<Sought> =>
  seekTyped(index, lookups, readTyped(text), expansion, text.trim().toLowerCase());

/** @param id that was typed, perhaps */
export async function seekTyped(
  index: PinnedIndex,
  lookups: Lookups,
  read: TypedQuery,
  expansion: Expansion = {},
  id?: string,
): Promise<Sought> {
  const { documents, width } = index.meta;
  const searched = searchedOf(index.meta, expansion.in);
  const { scoring, ...sought } = await lookups.settle(searched, (known) => {
    const interpretation = interpret(known, read, expansion);
    const worthBy = ({ idf }: WordStatistics): Weights =>
      new Map(interpretation.stems.map((stem) => [stem, idf(stem)]));
    return {
      ...interpretation,
      scoring: scoringOf(interpretation, known, searched, documents, isId(id) ? id : undefined),
      worth: worthBy(known.ofRecords),
      worthInTexts: worthBy(known.ofTexts),
      similarity: similarityTo(interpretation, known, width),
    };
  });
  const demands = demandsOf(sought.typed, searched);
  return { ...sought, ...(await toQuery(index, scoring, demands)), read, searched, demands };
}

/** Only what looks like an id is looked up as one. */
const isId = (text: string | undefined): boolean => /^[a-z0-9-]{1,80}$/.test(text ?? '');

function similarityTo({ weights }: Interpretation, known: Known, width: number) {
  if (width === 0 || weights.size === 0) return undefined;
  const rows = [...weights].flatMap(([term, weight]) => {
    const directions = known.directionsOf(term);
    return directions ? [{ directions, weight: weight * known.ofRecords.idf(term) }] : [];
  });
  const similarity = similarityOf(width, rows);
  return (vector: Int8Array) => similarity(vector, 0);
}

/** A scored query of what is sought that meets all demands and passes a filter. */
export const scoredWithin = (
  { query, demands }: Pick<Sought, 'query' | 'demands'>,
  filter: Filter,
  others: readonly Clause[] = [],
): Clause => within(query, [...demands, ...passing(filter), ...others]);

/** The same without scores. */
export const matching = (
  { query, demands }: Pick<Sought, 'query' | 'demands'>,
  filter: Filter,
): Clause => allOf([query, ...demands, ...passing(filter)]);
