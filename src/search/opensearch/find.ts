import { similarityOf } from '../latent/latent-space.ts';
import { type Expansion, type Interpretation, interpret } from '../query/interpret.ts';
import { readTyped } from '../query/read-typed.ts';
import { mayBeName, type TypedQuery } from '../query/typed-query.ts';
import type { WordStatistics } from '../query/word-statistics.ts';
import type { Filter } from '../questions.ts';
import type { Weights } from '../text/snippet.ts';
import { identifiedAs, withAddress, withAnyAddress } from './identities.ts';
import type { Known, Lookups } from './lookups.ts';
import type { PinnedIndex } from './pinned-index.ts';
import { allOf, anyOf, type Clause, demandsOf, passing, within } from './queries.ts';
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
    /** How many documents hold each stem. */
    frequencies: ReadonlyMap<string, number>;
    /** How similar a document's vector is to what is asked; undefined where that isn't known. */
    similarity: ((vector: Int8Array) => number) | undefined;
  };

/**
 * Reads a text as a query, by what the documents hold.
 * @throws UserError if only texts are to be searched, and there are none
 */
export function seek(
  index: PinnedIndex,
  lookups: Lookups,
  text: string,
  expansion: Expansion = {},
): Promise<Sought> {
  const typed = readTyped(text);
  const named = mayBeName(typed) ? identifiedAs(text) : [];
  return seekTyped(index, lookups, typed, expansion, named);
}

/** @param named what was named by an id or a reference */
export async function seekTyped(
  index: PinnedIndex,
  lookups: Lookups,
  read: TypedQuery,
  expansion: Expansion = {},
  named: readonly Clause[] = [],
): Promise<Sought> {
  const { documents, width } = index.meta;
  const searched = searchedOf(index.meta, expansion.in);
  const totals = await index.count(read.links.map(withAddress));
  const unheld = read.links.filter((_, i) => !totals[i]);
  const held = read.links.filter((_, i) => totals[i]);
  const first = held.length > 0 ? [...named, withAnyAddress(held)] : named;
  const { scoring, ...sought } = await lookups.settle(searched, (known) => {
    const interpretation = interpret(known, read, expansion);
    const worthBy = ({ idf }: WordStatistics): Weights =>
      new Map(interpretation.stems.map((stem) => [stem, idf(stem)]));
    return {
      ...interpretation,
      scoring: scoringOf(interpretation, known, searched, documents, first),
      worth: worthBy(known.ofRecords),
      worthInTexts: worthBy(known.ofTexts),
      frequencies: new Map(
        interpretation.stems.map(
          (stem) => [stem, known.ofRecords.frequency(stem) || known.terms.frequency(stem)] as const,
        ),
      ),
      similarity: similarityTo(interpretation, known, width),
    };
  });
  const demanded = demandsOf(sought.typed, searched);
  // The whole text is their name: what would be a demand elsewhere is a part of it.
  const isName = named.length > 0 && demanded.length > 0 && searched !== 'texts';
  const demands = isName ? [anyOf([allOf(demanded), ...named])] : demanded;
  const unknown = [...sought.unknown, ...unheld];
  return {
    ...sought,
    unknown,
    ...(await toQuery(index, scoring, demands)),
    read,
    searched,
    demands,
  };
}

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
