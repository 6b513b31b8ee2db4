import type { APIEmbed } from 'discord-api-types/v10';
import { commandLine } from '../../cards/command-line.ts';
import { notice } from '../../cards/notice.ts';
import type { Archive } from '../../search/archive.ts';
import { askingTextsWords } from '../../wording/asking-texts.ts';
import { asOptions, type PassagesInput } from './passages-input.ts';
import { subjectOf, type Unanswerable } from './unanswerable.ts';

const { unanswerable: words } = askingTextsWords;

/** What comes first in the search that is offered. */
const SORTS: Partial<Record<Unanswerable, string>> = {
  list: 'oldest',
  first: 'oldest',
  last: 'newest',
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
  const ways = words.ways[kind](search(SORTS[kind]), total, timeline);
  return notice(words.title, words.text(words.why[kind], ways));
}
