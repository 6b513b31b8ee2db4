import type { Document } from '../../data/corpus/document.ts';
import { packDocuments } from '../../data/corpus/packed-documents.ts';
import type { SearchEngine } from '../archive.ts';
import type { Meaning } from '../embeddings/meaning.ts';
import type { Filter, Hit, SearchedPart } from '../hits.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import { indexDocuments } from '../index/index-documents.ts';
import type { Name } from '../names/authority.ts';
import { isOpen } from '../query/filter.ts';
import { formatQuery } from '../query/format-query.ts';
import { bestOfEach, type LookNumbers, numberLooks } from './best-of-each.ts';
import { explain } from './explain.ts';
import { countFacets } from './facets.ts';
import { passes } from './filter.ts';
import { type Finding, find } from './find.ts';
import { firstHits } from './first-hits.ts';
import { createSnippets } from './hit-snippet.ts';
import { wordOrder } from './rank.ts';
import { findRelated } from './related.ts';
import { openIndex, ordinalTyped, type SearchIndex } from './search-index.ts';
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
export function openEngine(index: SearchIndex, meaning?: Meaning): SearchEngine {
  let numbered: LookNumbers | undefined;
  const looks = () => {
    numbered ??= numberLooks(index.columns.looks);
    return numbered;
  };
  return {
    async search(query) {
      const { text, filter, sort, facets, offset, limit, collapses, alikeTo, ...expansion } = query;
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
      const count = offset + limit;
      const first = await firstHits(index, finding, ordinals, query, hasPassed, count, meaning);
      const { alone, failure } = first;
      const scored = first.ordinals.slice(offset).map((ordinal) => ({
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
        facets: facets ? countFacets(index.columns, kept) : null,
        corrections,
        ...(offers.length > 0 && { offers }),
        unknown: [...unknown, ...finding.unheldLinks],
        otherNames: others.map(({ label }) => label),
        readAs: formatQuery(typed),
        ...(lacksTexts(index, expansion.in) && { lacksTexts: true }),
      };
    },
    async suggest(typed, limit) {
      return suggest(index, typed.toWellFormed(), limit);
    },
    async explain(query) {
      return explain(index, { ...query, text: query.text.toWellFormed() });
    },
    async related(id, limit) {
      const { related, stems } = findRelated(index, id, limit);
      return related.flatMap((one) =>
        toHits(index, [one], { stems, inTexts: undefined }).map((hit) => ({
          ...hit,
          why: one.why,
        })),
      );
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
