import type { APIEmbed } from 'discord-api-types/v10';
import { commandLine } from '../../cards/command-line.ts';
import { notice } from '../../cards/notice.ts';
import type { Archive } from '../../search/archive.ts';
import { countDocuments } from '../../wording/count.ts';
import { asOptions, type PassagesInput } from './passages-input.ts';
import { subjectOf, type Unanswerable } from './unanswerable.ts';

const WHY: Record<Unanswerable, string> = {
  count: 'Passages can’t count: what they don’t show would be missing from the number.',
  list: 'A few passages are never a complete list.',
  first: 'No passage can show that nothing came before it.',
  last: 'No passage can show that nothing came after it.',
  summary: 'Nothing is written here: passages are shown as they stand in the texts.',
};

/** What can be done about a question that passages can't answer. */
export async function instead(
  kind: Unanswerable,
  input: PassagesInput,
  archive: Pick<Archive, 'search'>,
): Promise<APIEmbed> {
  const options = asOptions(input, subjectOf(input.query));
  const { total } = await archive.search({
    text: options.query,
    filter: input.asked.filter,
    sort: 'relevance',
    offset: 0,
    limit: 0,
  });
  const search = (sort?: string) => commandLine('search', { ...options, sort });
  const timeline = commandLine('timeline', options);
  const found = `finds ${countDocuments(total)}`;
  const ways: Record<Unanswerable, string[]> = {
    count: [
      `${search()} ${found}. That counts documents, not events or people.`,
      `${timeline} counts them by year, month or day.`,
    ],
    list: [`${search('oldest')} ${found}, and lists them all, page by page.`],
    first: [
      `${search('oldest')} ${found} and begins with the first that is loaded.`,
      'An earlier one may not be loaded: see `/about`.',
    ],
    last: [
      `${search('newest')} ${found} and begins with the last that is loaded.`,
      'A later one may not be loaded: see `/about`.',
    ],
    summary: [`${search()} ${found}; ${timeline} shows when they are from.`],
  };
  const because = [WHY[kind], 'What you can do instead:', ...ways[kind].map((way) => `- ${way}`)];
  return notice('Passages can’t answer this', because.join('\n'));
}
