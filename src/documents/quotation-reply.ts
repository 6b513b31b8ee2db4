import { openMenu } from '../cards/open-menu.ts';
import { quotationCard } from '../cards/quotation/quotation-card.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Reply, Services } from '../interactions/command.ts';

/**
 * Whether a quotation stands in what is loaded, and where.
 * @param document that it is said to be from
 * @param isPrivate left undefined, only an answer without any find is for the invoker alone
 * @throws UserError if the quotation is too short or too long
 */
export async function quotationReply(
  text: string,
  document: Document | undefined,
  { archive }: Pick<Services, 'archive'>,
  isPrivate: boolean | undefined,
): Promise<Reply> {
  const checked = await archive.checkQuotation({ text, document: document?.id });
  const { embed, shown } = quotationCard(text, checked);
  return {
    embeds: [embed],
    components: openMenu(shown, 1),
    private: isPrivate ?? shown.length === 0,
  };
}
