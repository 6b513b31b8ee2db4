import { wholeGraphemes } from '../../cards/limits.ts';
import type { Document } from '../../data/corpus/document.ts';
import { UserError } from '../../errors.ts';
import { count } from '../../wording/count.ts';
import { type Answer, formatPage } from '../answer.ts';
import { type PageFacts, pageFacts, readFactsOf } from '../facts.ts';
import type { Services } from '../services.ts';
import { quoted, visible } from '../visible.ts';

/** Of all pages that are read at a time together, in characters. */
const MOST = 7000;
const PAGES_AT_ONCE = 20;

type ReadPage = { page: PageFacts; text: string };

/**
 * Pages of a document's text, as many as there is room for.
 * @throws UserError if there is no such page, or texts can't be read
 */
export async function readPages(
  document: Document,
  from: { page: number; offset: number },
  services: Services,
  limit = PAGES_AT_ONCE,
): Promise<Answer> {
  if (!(Number.isSafeInteger(from.page) && from.page > 0))
    throw new UserError('Pages are counted from 1.');
  const { total, pages } = await services.archive.pages(document.id, {
    offset: from.page - 1,
    limit,
  });
  if (total === 0) {
    throw new UserError(
      `The text of ${document.id} is not loaded: only its record. That doesn’t mean that there is none.`,
    );
  }
  if (from.page > total) {
    throw new UserError(
      `The text of ${document.id} has ${count(total)} pages; page is 1 to ${total}.`,
    );
  }
  const facts = await readFactsOf(document, services);
  const shown: ReadPage[] = [];
  let next: { page: number; offset: number } | undefined;
  let room = MOST;
  for (const one of pages) {
    const offset = one.page === from.page ? from.offset : 0;
    const rest = one.text.slice(offset);
    const text = wholeGraphemes(rest, room);
    if (text || rest === '') shown.push({ page: pageFacts(one), text: visible(text) });
    if (text.length < rest.length) {
      next = { page: one.page, offset: offset + text.length };
      break;
    }
    room -= text.length;
  }
  const last = pages.at(-1)?.page ?? total;
  if (!next && last < total) next = { page: last + 1, offset: 0 };
  return {
    total: 1,
    notes: [
      `Its text has ${count(total)} ${total === 1 ? 'page' : 'pages'}.`,
      next
        ? `It goes on: call get with page:${next.page}${next.offset > 0 ? ` and offset:${next.offset}` : ''}.`
        : 'This is read to its end.',
    ],
    results: [
      {
        facts,
        fields: { pages: total, text: shown, ...(next && { next }) },
        lines: shown.flatMap(({ page, text }) => [`page: ${formatPage(page)}`, quoted(text)]),
      },
    ],
  };
}
