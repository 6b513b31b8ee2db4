import { escapeMarkdown, formatTitle } from '../cards/escape.ts';
import { listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Reply, Services } from '../interactions/command.ts';
import type { Why } from '../search/hits.ts';
import { relatedWords } from '../wording/related.ts';

const RELATED = 5;
/** Documents further apart in time are not related by it, in days. */
const NEAR = 365;

/**
 * The documents most like one, each with the reason.
 * @param isPrivate left undefined, only an answer without any is for the invoker alone
 */
export async function relatedReply(
  source: Document,
  { archive }: Services,
  isPrivate: boolean | undefined,
): Promise<Reply> {
  const hits = await archive.related(source.id, RELATED);
  const entries = hits.map((hit) => ({ ...hit, note: formatWhy(hit.why) }));
  const embed = listCard({
    title: relatedWords.title(escapeMarkdown(formatTitle(source.title))),
    lead: entries.length ? undefined : relatedWords.none,
    entries,
    from: 1,
    footer: [entries.length ? relatedWords.order : undefined],
  });
  return {
    embeds: [embed],
    components: openMenu(entries, 1),
    private: isPrivate ?? entries.length === 0,
  };
}

const formatWhy = ({ words, people, days }: Why): string =>
  relatedWords.why(people, words, days !== null && days <= NEAR ? days : undefined);
