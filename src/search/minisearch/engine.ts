import type { Document } from '../../data/corpus/document.ts';
import { packDocuments } from '../../data/corpus/packed-documents.ts';
import type { SearchEngine } from '../archive.ts';
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
import { createSnippets } from './hit-snippet.ts';
import { byDate, firstOf } from './order.ts';
import { bestOf, wordOrder } from './rank.ts';
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

/** An engine over an index. Texts are made well-formed: halves of characters are passed over. */
export function openEngine(index: SearchIndex): SearchEngine {
  let numbered: LookNumbers | undefined;
  const looks = () => {
    numbered ??= numberLooks(index.columns.looks);
    return numbered;
  };
  return {
    async search({ text, filter, sort, facets, offset, limit, collapses, alikeTo, ...expansion }) {
      const finding = find(index, text.toWellFormed(), expansion);
      const { scores, corrections, offers, unknown, typed, otherNames } = finding;
      const isFree = isOpen(filter) && alikeTo === undefined;
      const kept = isFree
        ? finding.ordinals
        : finding.ordinals.filter(isKept(index, filter, alikeTo));
      const isCollapsed = collapses && sort === 'relevance' && kept.length > limit;
      const inWords = wordOrder(finding);
      const { ordinals, more } = isCollapsed
        ? bestOfEach(kept, looks(), (one, other) => inWords(one, other) < 0)
        : { ordinals: kept, more: undefined };
      const first =
        sort === 'relevance'
          ? bestOf(index, finding, ordinals, offset + limit)
          : firstOf(ordinals, offset + limit, byDate(sort, index.columns.dates));
      const scored = first
        .slice(offset)
        .map((ordinal) => ({ ordinal, score: scores.at[ordinal] ?? 0, more: more?.get(ordinal) }));
      return {
        total: kept.length,
        ...(isCollapsed && { groups: ordinals.length }),
        hits: toHits(index, scored, finding),
        facets: facets ? countFacets(index.columns, kept) : null,
        corrections,
        ...(offers.length > 0 && { offers }),
        unknown,
        otherNames,
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

function toHits(
  index: SearchIndex,
  scored: readonly { ordinal: number; score: number; more?: number | undefined }[],
  finding: Pick<Finding, 'stems' | 'inTexts'>,
): Hit[] {
  const snippetOf = createSnippets(index, finding);
  return scored.map(({ ordinal, score, more }) => {
    const document = index.documents.at(ordinal);
    const hit = { document, score, ...snippetOf(document, ordinal) };
    return more ? { ...hit, more } : hit;
  });
}
