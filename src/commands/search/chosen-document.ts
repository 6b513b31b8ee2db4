import { formatEntry } from '../../cards/entry.ts';
import { escapeMarkdown, formatTitle } from '../../cards/escape.ts';
import { clip } from '../../cards/limits.ts';
import { notice } from '../../cards/notice.ts';
import { openMenu } from '../../cards/open-menu.ts';
import { soleLink } from '../../data/addresses/links.ts';
import type { Document } from '../../data/corpus/document.ts';
import type { Services } from '../../interactions/command.ts';
import type { ResultPage } from '../../interactions/paged.ts';
import { searchingWords } from '../../wording/searching.ts';
import type { SearchInput } from './search-input.ts';
import { filterWords, queryOf } from './search-page.ts';

/** Says that an id was chosen which may as well be a word. */
export const CHOSEN = 'id:';

/** An id without a digit, such as `korea` or `cold-war`, may as well be what somebody looks for. */
export const mayBeWords = (id: string): boolean => !/\d/.test(id);

/**
 * The document whose id was chosen or typed, unless others hold the words that it is, or the only one
 * that a link leads to.
 */
export async function chosenBy(
  { query, opens }: SearchInput,
  { archive }: Services,
): Promise<Document | undefined> {
  const link = soleLink(query);
  if (link !== undefined) {
    const { total, documents } = await archive.named(link, { offset: 0, limit: 1 });
    return opens && total === 1 ? documents[0] : undefined;
  }
  const isChosen = query.startsWith(CHOSEN);
  const [named] = await archive.documents([isChosen ? query.slice(CHOSEN.length) : query]);
  if (!named || isChosen || !mayBeWords(query)) return named;
  const text = `"${query.replaceAll('-', ' ')}"`;
  const { hits } = await archive.search({
    text,
    corrects: false,
    expandsNames: false,
    filter: {},
    sort: 'relevance',
    offset: 0,
    limit: 2,
  });
  return hits.some(({ document }) => document.id !== named.id) ? undefined : named;
}

/** Whether a document passes the filters of a search, whatever its words. */
export async function isWithin(
  { id }: Document,
  input: SearchInput,
  { archive }: Services,
): Promise<boolean> {
  if (filterWords(input).length === 0) return true;
  const { filter } = queryOf(input, 0);
  // What an id names comes before all else.
  const asked = { text: id, corrects: false, expandsNames: false, sort: 'relevance' } as const;
  const { hits } = await archive.search({ ...asked, in: 'records', filter, offset: 0, limit: 10 });
  return hits.some(({ document }) => document.id === id);
}

/** That a document was found, but not within the filters. It can be opened all the same. */
export function outsideFilters(document: Document, input: SearchInput): ResultPage {
  const title = escapeMarkdown(clip(formatTitle(document.title), 200));
  const filters = escapeMarkdown(filterWords(input).join(', '));
  const { outside } = searchingWords;
  return {
    embed: notice(outside.title, outside.text(filters, title, formatEntry({ document }, 1, 1000))),
    rows: openMenu([{ document }], 1),
    page: 0,
    pages: 1,
    variants: [],
    isEmpty: true,
  };
}
