import type { Weights } from '../text/snippet.ts';
import type { SearchAnswer, SearchHit } from './cluster.ts';
import {
  bestOn,
  type FoundPage,
  foundPage,
  passageAt,
  phraseOn,
  type TextPassage,
} from './found-page.ts';
import { firstSaying, pagesHolding } from './page-queries.ts';
import type { PinnedIndex } from './pinned-index.ts';

/** What is looked for in texts: stems, each with its worth, and phrases first of all, as their words. */
export type SoughtInTexts = { worth: Weights; phrases: readonly (readonly string[])[] };

/** So many pages of a document are looked at; where the best of them may not be the best, so many more. */
const FIRST_PAGES = 4;
const MORE_PAGES = 32;
/** What OpenSearch adds up may be off by so much. */
const ROUNDING = 1e-3;

/**
 * The passages of some documents' texts that answer best, by the documents' ids; none of a text that
 * holds nothing of what is sought.
 */
export async function textPassages(
  index: PinnedIndex,
  ids: readonly string[],
  sought: SoughtInTexts,
): Promise<ReadonlyMap<string, TextPassage>> {
  const { worth, phrases } = sought;
  const found = new Map<string, TextPassage>();
  const searches = ids.flatMap((id) => [
    ...phrases.map((phrase) => firstSaying(id, phrase)),
    pagesHolding(id, worth, 0, FIRST_PAGES),
  ]);
  const answers = await searchPages(index, searches);
  const begun = new Map<string, readonly SearchHit[]>();
  for (const id of ids) {
    const said = saidFirst(answers.splice(0, phrases.length), sought);
    const hits = answers.shift()?.hits.hits ?? [];
    const best = said ?? bestOf(hits, hits.length < FIRST_PAGES, worth);
    if (best) found.set(id, best);
    else if (hits.length > 0) begun.set(id, hits);
  }
  const left = [...begun.keys()];
  const more = await searchPages(
    index,
    left.map((id) => pagesHolding(id, worth, FIRST_PAGES, MORE_PAGES)),
  );
  for (const [i, id] of left.entries()) {
    const hits = [...(begun.get(id) ?? []), ...(more[i]?.hits.hits ?? [])];
    const best = bestOf(hits, true, worth);
    if (best) found.set(id, best);
  }
  return found;
}

export const searchPages = (
  { cluster, pages, meta }: PinnedIndex,
  bodies: readonly object[],
): Promise<SearchAnswer[]> =>
  cluster.search(bodies.map((body) => ({ index: pages, body, isDistributed: meta.shards > 1 })));

/** The passage where the first of the phrases is said that is. */
function saidFirst(
  answers: readonly SearchAnswer[],
  { worth, phrases }: SoughtInTexts,
): TextPassage | undefined {
  const at = answers.findIndex(({ hits }) => hits.hits.length > 0);
  const hit = answers[at]?.hits.hits[0];
  if (!hit) return undefined;
  const page = foundPage(hit);
  return passageAt(page, phraseOn(page, phrases[at] ?? []) ?? 0, worth);
}

/**
 * The best passage that begins on any of some pages, of equal ones the first.
 * @param isAll whether these are all pages that are looked at
 * @returns undefined where a page that comes later may have a better one
 */
function bestOf(
  hits: readonly SearchHit[],
  isAll: boolean,
  worth: Weights,
): TextPassage | undefined {
  let best: { found: FoundPage; place: number; worth: number } | undefined;
  for (const hit of hits) {
    const most = scoreOf(hit);
    const number = Number(hit.sort?.[1]);
    // No passage can be worth more than all that the page holds; pages that hold as much come in their order.
    const isBeaten =
      best &&
      (most < best.worth - ROUNDING ||
        (most <= best.worth + ROUNDING && number > best.found.page.page));
    if (isBeaten) break;
    const found = foundPage(hit);
    const own = bestOn(found, worth);
    const isBetter =
      own &&
      (!best ||
        own.worth > best.worth + 1e-9 ||
        (own.worth > best.worth - 1e-9 && found.page.page < best.found.page.page));
    if (isBetter) best = { found, ...own };
  }
  const last = hits.at(-1);
  const isSettled = isAll || (best && last && scoreOf(last) < best.worth + ROUNDING);
  return best && isSettled ? passageAt(best.found, best.place, worth) : undefined;
}

const scoreOf = ({ sort }: SearchHit): number => Number(sort?.[0] ?? 0);
