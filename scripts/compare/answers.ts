import type { Archive } from '../../src/search/archive.ts';
import type { Hit } from '../../src/search/hits.ts';
import type { SearchedPart } from '../../src/search/questions.ts';

/** What is compared of the answers to a question, each as one text. */
export const PARTS = [
  'totals',
  'facets',
  'corrections',
  'names',
  'suggestions',
  'snippets',
  'pages',
  'passages',
  'order',
] as const;
export type Answers = Record<(typeof PARTS)[number], string>;

const HITS = 10;
const SUGGESTIONS = 25;

/** What an archive answers to a question. */
export async function askAll(
  archive: Archive,
  text: string,
  part: SearchedPart | undefined,
): Promise<Answers> {
  const page = await archive.search({
    text,
    filter: {},
    in: part,
    sort: 'relevance',
    facets: true,
    collapses: true,
    offset: 0,
    limit: HITS,
  });
  const { total, groups, facets, corrections, offers, unknown, otherNames, hits } = page;
  const suggested = await archive.suggest(text, SUGGESTIONS);
  const [best] = ids(hits).sort();
  const hasTexts = part !== 'records' && (await archive.textCoverage()).documents > 0;
  const passages =
    best === undefined || !hasTexts
      ? null
      : await archive.passagesIn(best, { text }, { offset: 0, limit: HITS });
  return {
    totals: JSON.stringify([total, groups]),
    facets: JSON.stringify(facets),
    corrections: JSON.stringify([corrections, offers, unknown]),
    names: JSON.stringify(otherNames),
    suggestions: suggested.map(({ id }) => id).join(' '),
    snippets: byId(hits, ({ snippet }) => snippet),
    pages: byId(hits, ({ page }) => page),
    passages: JSON.stringify(passages),
    order: ids(hits).join(' '),
  };
}

const ids = (hits: readonly Hit[]): string[] => hits.map(({ document }) => document.id);

/** What is shown of the best, whatever their order. */
function byId(hits: readonly Hit[], shown: (hit: Hit) => unknown): string {
  return JSON.stringify(
    hits.map((hit) => [hit.document.id, shown(hit)] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
