import type { Document } from '../../data/corpus/document.ts';
import { packDocuments } from '../../data/corpus/packed-documents.ts';
import type { SearchEngine } from '../archive.ts';
import type { Meaning } from '../embeddings/meaning.ts';
import type { Hit, Ranking } from '../hits.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import { indexDocuments } from '../index/index-documents.ts';
import type { Name } from '../names/authority.ts';
import { isOpen } from '../query/filter.ts';
import { formatQuery } from '../query/format-query.ts';
import type { Filter, SearchedPart, WordCounts } from '../questions.ts';
import { LOOKED_AT } from '../ranking/similar-first.ts';
import { FIRST_STEPS, MOST_ADDED_UP, STEP } from '../ranking/steps.ts';
import { bestOfEach, type LookNumbers, numberLooks } from './best-of-each.ts';
import { explain } from './explain.ts';
import { countFacets, MOST_VALUES } from './facets.ts';
import { passes } from './filter.ts';
import { type Finding, find } from './find.ts';
import { firstHits } from './first-hits.ts';
import { createSnippets } from './hit-snippet.ts';
import { wordOrder } from './rank.ts';
import { findRelated } from './related.ts';
import { besideOthers, openIndex, ordinalTyped, type SearchIndex } from './search-index.ts';
import { suggest } from './suggest.ts';

/**
 * An engine that holds everything in memory, with MiniSearch's index.
 * @param names what persons and places are also called
 */
export function createMiniSearchEngine(
  documents: readonly Document[],
  names: readonly Name[] = [],
): SearchEngine {
  const packed = packDocuments(documents);
  return openEngine(openIndex(packed, indexDocuments(packed), names));
}

/**
 * An engine over an index. Texts are made well-formed: halves of characters are passed over.
 * @param meaning what a model says of the same documents; undefined where there is none
 */
export function openEngine(own: SearchIndex, meaning?: Meaning): SearchEngine {
  let numbered: LookNumbers | undefined;
  const looks = () => {
    numbered ??= numberLooks(own.columns.looks);
    return numbered;
  };
  return {
    async search(query) {
      const { text, filter, sort, facets, offset, limit, collapses, alikeTo, ranks, ...expansion } =
        query;
      const index = expansion.beside ? besideOthers(own, expansion.beside) : own;
      const finding = find(index, text.toWellFormed(), expansion);
      const { scores, corrections, offers, unknown, typed, others } = finding;
      const isFree = isOpen(filter) && alikeTo === undefined;
      const hasPassed = isKept(index, filter, alikeTo);
      const kept = isFree ? finding.ordinals : finding.ordinals.filter(hasPassed);
      const isCollapsed = collapses && sort === 'relevance' && kept.length > limit;
      const inWords = wordOrder(finding);
      const { ordinals, more } = isCollapsed
        ? bestOfEach(kept, looks(), (one, other) => inWords(one, other) < 0)
        : { ordinals: kept, more: undefined };
      const count = ranks ? Math.max(offset + limit, LOOKED_AT) : offset + limit;
      const first = await firstHits(index, finding, ordinals, query, hasPassed, count, meaning);
      const { alone, failure } = first;
      const scored = first.ordinals.slice(offset, offset + limit).map((ordinal) => ({
        ordinal,
        score: scores.at[ordinal] ?? 0,
        more: more?.get(ordinal),
        byMeaning: alone.has(ordinal),
      }));
      return {
        total: kept.length,
        ...(isCollapsed && { groups: ordinals.length }),
        ...(alone.size > 0 && { similar: alone.size }),
        ...(failure && { modelFailure: failure }),
        hits: toHits(index, scored, finding),
        facets: facets
          ? countFacets(index.columns, kept, ranks ? MOST_ADDED_UP : MOST_VALUES)
          : null,
        corrections,
        ...(offers.length > 0 && { offers }),
        unknown: [...unknown, ...finding.unheldLinks],
        otherNames: others.map(({ label }) => label),
        readAs: formatQuery(typed),
        ...(ranks && {
          ranking: rankingOf(index, finding, first.ordinals, expansion.beside),
        }),
        ...(lacksTexts(index, expansion.in) && { lacksTexts: true }),
      };
    },
    async suggest(typed, limit) {
      return suggest(own, typed.toWellFormed(), limit);
    },
    async explain(query) {
      return explain(own, { ...query, text: query.text.toWellFormed() });
    },
    async related(id, limit) {
      const { related, stems } = findRelated(own, id, limit);
      return related.flatMap((one) =>
        toHits(own, [one], { stems, inTexts: undefined }).map((hit) => ({
          ...hit,
          why: one.why,
        })),
      );
    },
  };
}

/** How the first hits were ranked. */
function rankingOf(
  { documents, terms }: SearchIndex,
  { scores, first, held, stems, sought, inTexts, named }: Finding,
  ordinals: readonly number[],
  beside: WordCounts | undefined,
): Ranking {
  const withTexts = inTexts !== undefined || beside?.withTexts === true;
  const { title, name } = FIRST_STEPS[withTexts ? 'both' : 'records'];
  const stepsOf = (ordinal: number) => {
    if (named.includes(ordinal)) return name;
    return first.includes(ordinal) ? title : (held?.[ordinal] ?? 0);
  };
  const known = [...new Set(stems)].map(
    (stem) => [stem, terms.frequency(stem) || sought.frequency(stem)] as const,
  );
  return {
    first: ordinals.slice(0, LOOKED_AT).map((ordinal) => ({
      id: documents.idAt(ordinal),
      score: STEP * stepsOf(ordinal) + (scores.at[ordinal] ?? 0),
    })),
    words: {
      documents: documents.length,
      meanLength: terms.meanLength,
      frequencies: new Map(known.filter(([, frequency]) => frequency > 0)),
      withTexts,
    },
  };
}

/** Whether texts were meant to be searched, and couldn't be. */
const lacksTexts = ({ textState }: SearchIndex, part: SearchedPart | undefined): boolean =>
  part !== 'records' && (textState.kind === 'pending' || textState.kind === 'failed');

/** Whether a document passes the filter, and looks like the one that is named. */
function isKept(index: SearchIndex, filter: Filter, alikeTo: string | undefined): OrdinalTest {
  const { looks } = index.columns;
  const hasPassed = passes(index.columns, filter);
  if (alikeTo === undefined) return hasPassed;
  const like = ordinalTyped(index, alikeTo);
  const look = like === undefined ? undefined : looks[like];
  return (ordinal) => looks[ordinal] === look && hasPassed(ordinal);
}

type Scored = {
  ordinal: number;
  score: number;
  more?: number | undefined;
  byMeaning?: boolean | undefined;
};

function toHits(
  index: SearchIndex,
  scored: readonly Scored[],
  finding: Pick<Finding, 'stems' | 'inTexts'>,
): Hit[] {
  const snippetOf = createSnippets(index, finding);
  return scored.map(({ ordinal, score, more, byMeaning }) => {
    const document = index.documents.at(ordinal);
    return {
      document,
      score,
      ...snippetOf(document, ordinal),
      ...(more && { more }),
      ...(byMeaning && { byMeaning }),
    };
  });
}
