import type { Archive } from '../../src/search/archive.ts';

/** What is compared of the answers to a question, each as one text. */
export const PARTS = [
  'totals',
  'facets',
  'corrections',
  'names',
  'suggestions',
  'snippets',
  'order',
] as const;
export type Answers = Record<(typeof PARTS)[number], string>;

const HITS = 10;
const SUGGESTIONS = 25;

/** What an archive answers to a question. */
export async function askAll(archive: Archive, text: string): Promise<Answers> {
  const page = await archive.search({
    text,
    filter: {},
    sort: 'relevance',
    facets: true,
    collapses: true,
    offset: 0,
    limit: HITS,
  });
  const { total, groups, facets, corrections, offers, unknown, otherNames, hits } = page;
  const suggested = await archive.suggest(text, SUGGESTIONS);
  return {
    totals: JSON.stringify([total, groups]),
    facets: JSON.stringify(facets),
    corrections: JSON.stringify([corrections, offers, unknown]),
    names: JSON.stringify(otherNames),
    suggestions: suggested.map(({ id }) => id).join(' '),
    snippets: snippets(hits),
    order: hits.map(({ document }) => document.id).join(' '),
  };
}

/** The snippets of the best, whatever their order. */
function snippets(hits: readonly { document: { id: string }; snippet: unknown }[]): string {
  return JSON.stringify(
    hits
      .map(({ document, snippet }) => [document.id, snippet] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
