import { z } from 'zod';
import { gapLines } from '../../cards/coverage.ts';
import { howSearched } from '../../cards/how-searched.ts';
import { describeTextCoverage } from '../../cards/text-coverage.ts';
import { UserError } from '../../errors.ts';
import type { Archive } from '../../search/archive.ts';
import type { Passages } from '../../search/hits.ts';
import type { Filter } from '../../search/questions.ts';
import { count, countDocuments } from '../../wording/count.ts';
import type { Answer, Result } from '../answer.ts';
import { pageFacts, readFacts } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visible } from '../visible.ts';
import { narrowing, readNarrowing } from './narrowing.ts';
import { defineTool, limit, offset, words } from './tool.ts';

const MOST_GAPS = 3;
const OF_OTHERS = 'What the others say can’t be searched.';

/** Passages of texts, as `/passages` finds them. */
export const passages = defineTool({
  name: 'passages',
  title: 'Passages that may answer',
  description:
    'Verbatim passages of texts that may answer a question, with page and citation, from different documents and times. Never a count or a complete list.',
  input: z.strictObject({ question: words(300), ...narrowing, limit: limit(5, 10), offset }),

  async run({ question, limit, offset, ...options }, services) {
    if (!/[\p{L}\p{N}]/u.test(question)) throw new UserError('The question has no words.');
    const { archive } = services;
    const { filter, notes } = await readNarrowing(options, archive);
    const found = await archive.passages({ question, filter, window: { offset, limit } });
    const { total, periods } = found;
    return {
      total,
      notes: [
        total > 0
          ? `${count(total)} ${total === 1 ? 'passage' : 'passages'} found; these are quotations, not a summary.`
          : 'No passage was found in the texts that are loaded.',
        ...notes,
        ...howSearched(found),
        ...(total === 0 ? await whyNone(question, filter, archive) : []),
      ],
      results: await toResults(found, services),
      fields: { periods },
    } satisfies Answer;
  },
});

/** What could be read at all, and what the records have. */
async function whyNone(question: string, filter: Filter, archive: Archive): Promise<string[]> {
  const query = { text: question, filter, in: 'records', sort: 'relevance' } as const;
  const [texts, gaps, { total }] = await Promise.all([
    archive.textCoverage(),
    archive.gaps(filter),
    archive.search({ ...query, offset: 0, limit: 0 }),
  ]);
  const readable =
    texts.documents === 0
      ? 'The archive holds no texts, only records: there is nothing to take passages from.'
      : describeTextCoverage(texts, OF_OTHERS);
  return [
    readable,
    ...gapLines(gaps).slice(0, MOST_GAPS),
    ...(total > 0
      ? [`search with the same words finds ${countDocuments(total)} by what is said about them.`]
      : []),
  ];
}

async function toResults(found: Passages, services: Services): Promise<Result[]> {
  const facts = await readFacts(
    found.passages.map(({ document }) => document),
    services,
  );
  return facts.flatMap((one, index) => {
    const passage = found.passages[index];
    if (!passage) return [];
    const { page, isCutBefore, isCutAfter } = passage;
    const text = visible(passage.text);
    const [before, after] = [isCutBefore ? '… ' : '', isCutAfter ? ' …' : ''];
    return {
      facts: one,
      page: pageFacts(page),
      fields: { passage: text, isCutBefore, isCutAfter },
      lines: [quoted(`${before}${text}${after}`)],
    };
  });
}
