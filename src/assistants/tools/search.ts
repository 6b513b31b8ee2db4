import { z } from 'zod';
import { byWordsAlone } from '../../cards/by-words-alone.ts';
import { gapLines } from '../../cards/coverage.ts';
import { howSearched } from '../../cards/how-searched.ts';
import { emptinessLines } from '../../cards/nothing-found.ts';
import type { Archive } from '../../search/archive.ts';
import type { Hit, Page } from '../../search/hits.ts';
import type { Query } from '../../search/questions.ts';
import { count, countDocuments } from '../../wording/count.ts';
import type { Answer, Result } from '../answer.ts';
import { pageFacts, readFacts } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visibleLine } from '../visible.ts';
import { narrowing, readNarrowing } from './narrowing.ts';
import { defineTool, limit, offset, words } from './tool.ts';

const MOST_GAPS = 5;

/** Documents by words, as `/search` finds them. */
export const search = defineTool({
  name: 'search',
  title: 'Search the archive',
  description:
    'Find documents by words of their records and texts, by link or id, or by archival reference (ref:"RG 59 Box 1"). Query syntax: "a phrase", -without, person:, place:, title:, subject:, ref:, OR. from/to take any date (1950, October 1962).',
  input: z.strictObject({
    query: words(300),
    ...narrowing,
    in: z.enum(['records', 'texts']).optional(),
    sort: z.enum(['relevance', 'oldest', 'newest']).default('relevance'),
    limit: limit(10, 20),
    offset,
  }),

  async run(input, services) {
    const { archive } = services;
    const { filter, notes } = await readNarrowing(input, archive);
    const query: Query = {
      text: input.query,
      filter,
      in: input.in,
      sort: input.sort,
      byMeaning: true,
      offset: input.offset,
      limit: input.limit,
    };
    const page = await archive.search(query);
    const { total, similar = 0 } = page;
    const nothing = total + similar === 0 ? await whyNothing(query, archive) : [];
    const results = await toResults(page.hits, services);
    return {
      total,
      notes: [
        found(page, input.offset),
        ...notes,
        ...howSearched(page),
        ...(page.modelFailure ? [`Found ${byWordsAlone(page.modelFailure)}.`] : []),
        ...nothing,
      ],
      results,
      ...(similar > 0 && { fields: { similarInMeaning: similar } }),
    } satisfies Answer;
  },
});

function found({ total, similar = 0, hits }: Page, from: number): string {
  const also = similar > 0 ? `, and ${count(similar)} more only similar in meaning` : '';
  if (total + similar === 0) return 'Nothing was found.';
  const shown =
    hits.length === 0 ? 'none so far back' : `shown: ${from + 1} to ${from + hits.length}`;
  return `${countDocuments(total)} found${also}; ${shown}.`;
}

/** So that nothing found can't pass for evidence of absence. */
async function whyNothing(query: Query, archive: Archive): Promise<string[]> {
  const [emptiness, gaps] = await Promise.all([archive.explain(query), archive.gaps(query.filter)]);
  const { without = '', excludes = false, documents = [] } = emptiness.nearMisses ?? {};
  const near = documents.map(({ id, title }) => `${visibleLine(title)} (${id})`).join('; ');
  return [
    ...emptinessLines(emptiness),
    ...(near ? [`Nearly found, ${excludes ? 'allowing' : 'without'} ${without}: ${near}.`] : []),
    ...gapLines(gaps).slice(0, MOST_GAPS),
  ];
}

async function toResults(hits: readonly Hit[], services: Services): Promise<Result[]> {
  const facts = await readFacts(
    hits.map(({ document }) => document),
    services,
  );
  return facts.flatMap((one, index) => {
    const hit = hits[index];
    if (!hit) return [];
    const snippet = visibleLine(hit.snippet.map(({ text }) => text).join(''));
    return {
      facts: one,
      page: hit.page && pageFacts(hit.page),
      fields: { snippet, ...(hit.byMeaning && { onlySimilarInMeaning: true }) },
      lines: [
        ...(hit.byMeaning ? ['only similar in meaning: it has none of the words'] : []),
        ...(snippet ? [quoted(snippet)] : []),
      ],
    };
  });
}
