import type { Document } from '../../data/corpus/document.ts';
import { daysApart } from '../../data/dates/days-apart.ts';
import { dayNumbered } from '../../data/dates/spans.ts';
import type { RelatedHit } from '../hits.ts';
import { peopleOf } from '../index/columns.ts';
import { isRareAmong, keyTerms, MOST_SAID, relatedScore } from '../ranking/related-documents.ts';
import { printedWords, wordsInCommon } from '../ranking/related-words.ts';
import { LOOKED_AT } from '../ranking/similar-first.ts';
import { documentSnippet } from '../text/document-snippet.ts';
import { termCounts } from '../text/term-counts.ts';
import type { SearchHit } from './cluster.ts';
import type { Lookups } from './lookups.ts';
import { SCORE_SCALE } from './mapping.ts';
import {
  columnOf,
  columns,
  DOCUMENTS,
  documentsIn,
  idIn,
  type PinnedIndex,
} from './pinned-index.ts';
import { anyOf, BY_SCORE, NOTHING, term } from './queries.ts';
import { toHits } from './search.ts';
import { asToken } from './tokens.ts';

/**
 * The documents most like one, best first: by its most telling words, the persons that both name, and
 * nearness in time. None for an unknown id.
 */
export async function related(
  index: PinnedIndex,
  lookups: Lookups,
  id: string,
  limit: number,
): Promise<RelatedHit[]> {
  const [own] = await documentNamed(index, id);
  if (!own) return [];
  const counts = termCounts(own);
  const { weights, worth, isRare } = await lookups.settle('records', ({ terms }) => {
    const weights = keyTerms(counts, terms);
    const isRareAt = isRareAmong(index.meta.documents);
    const rare = new Set([...weights.keys()].filter((one) => isRareAt(terms.frequency(one))));
    return {
      weights,
      worth: new Map([...weights.keys()].map((one) => [one, terms.idf(one)])),
      isRare: (one: string) => rare.has(one),
    };
  });
  const should = [...weights].map(([one, weight]) => ({
    term: { stems: { value: asToken(one), boost: weight * SCORE_SCALE } },
  }));
  const answer = await index.searchOnce({
    query: { bool: { must: [anyOf(should)], must_not: [term('id', own.id)] } },
    size: Math.max(limit, LOOKED_AT),
    sort: BY_SCORE,
    track_total_hits: false,
    ...columns('people', 'start', 'end'),
  });
  const { hits } = answer.hits;
  const people = peopleOf(own).toSorted();
  const top = scoreOf(hits[0]);
  const ranked = hits.map((hit) => {
    const theirs = (hit.fields?.people ?? []) as string[];
    const shared = people.filter((one) => theirs.includes(one));
    const days = daysBetween(own, hit);
    const score = relatedScore(scoreOf(hit), top, shared.length, days);
    return { id: idIn(hit), score, people: shared, days };
  });
  ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const first = ranked.slice(0, limit);
  const found = await toHits(index, first, async (documents) =>
    documents.map((one) => ({ snippet: documentSnippet(one, worth) })),
  );
  const printed = printedWords(own);
  return found.map((hit, i) => {
    const { people = [], days = null } = first[i] ?? {};
    const theirs = termCounts(hit.document);
    const shared = [...weights.keys()].filter((one) => theirs.has(one));
    const words = wordsInCommon(shared, isRare, printed, people, MOST_SAID);
    return { ...hit, why: { words, people: people.slice(0, MOST_SAID), days } };
  });
}

/** The document of an id in any case. */
async function documentNamed(index: PinnedIndex, id: string): Promise<Document[]> {
  const wanted = id.trim().toLowerCase();
  const query = wanted === '' ? NOTHING : term('id', wanted);
  return documentsIn(await index.searchOnce({ query, size: 1, ...DOCUMENTS }));
}

const scoreOf = (hit: SearchHit | undefined): number => Number(hit?.sort?.[0] ?? 0);

/** Days between two dates at least, 0 where they overlap; null where one has no days. */
function daysBetween({ date }: Document, hit: SearchHit): number | null {
  const [start, end] = [columnOf<number>(hit, 'start'), columnOf<number>(hit, 'end')];
  if (start === undefined || end === undefined) return null;
  return daysApart(date, { from: dayNumbered(start), to: dayNumbered(end) });
}
