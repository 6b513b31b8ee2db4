import { z } from 'zod';
import { button, buttonRow, linkButton } from '../cards/components.ts';
import { documentPassagesCard } from '../cards/document-passages-card.ts';
import { customId } from '../cards/routes.ts';
import type { Services } from '../interactions/command.ts';
import { pageWithin, type ResultPage } from '../interactions/paged.ts';
import { pagingWords } from '../wording/paging.ts';
import { documentPassageWords } from '../wording/passages.ts';
import { requireDocument } from './named-document.ts';

const PASSAGES_A_PAGE = 5;
const LONGEST_LINK = 512;

/** Words that are looked for in one document's text. */
export const PassagesIn = z.object({
  passagesIn: z.string(),
  query: z.string(),
  expandsNames: z.boolean().default(true),
  corrects: z.boolean().default(true),
  adoptsOffers: z.boolean().default(false),
  private: z.literal(true),
});

/**
 * A page of what a document's text says to some words, word for word.
 * @throws UserError if the document is no longer loaded, or texts can't be read
 */
export async function showPassagesIn(
  input: z.infer<typeof PassagesIn>,
  wanted: number,
  { archive }: Pick<Services, 'archive'>,
): Promise<ResultPage> {
  const { passagesIn: id, query: text, ...expansion } = input;
  const document = await requireDocument(id, archive);
  const offset = wanted * PASSAGES_A_PAGE;
  const window = { offset, limit: PASSAGES_A_PAGE };
  const { total, passages } = await archive.passagesIn(id, { text, ...expansion }, window);
  const { page, pages } = pageWithin(wanted, total, PASSAGES_A_PAGE);
  // The text may have changed since the button was made.
  if (page !== wanted) return showPassagesIn(input, page, { archive });
  const all = await archive.pages(id, { offset: 0, limit: 0 });
  const last = offset + passages.length;
  const place = total > 0 ? pagingWords.place(offset + 1, last, total) : undefined;
  const embed = documentPassagesCard({
    document,
    words: text,
    passages,
    from: offset + 1,
    footer: documentPassageWords.footer(place, all.total),
  });
  const { url } = document;
  const row = buttonRow(
    button(documentPassageWords.otherWords, customId('document', 'seek', id)),
    ...(url && url.length <= LONGEST_LINK ? [linkButton(documentPassageWords.source, url)] : []),
  );
  return { embed, rows: [row], page, pages, isEmpty: total === 0 };
}
