import { button, buttonRow } from '../cards/components.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import { customId } from '../cards/routes.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Post } from '../interactions/channels.ts';
import type { Digest } from '../store/tables/digests.ts';
import type { Watch } from '../store/tables/watches.ts';
import { digestWords } from '../wording/watches.ts';
import { formatWatched, type WatchQuestion } from './question.ts';

/** By which a digest is known in its channel: no other message has this button. */
export const stopButton = ({ id, watch }: Pick<Digest, 'id' | 'watch'>): string =>
  customId('watch', 'stop', watch, id);

/**
 * What is new for a watch, as a message.
 * @param documents the best of them, as far as they are still loaded
 * @param openable how many of them, from the first, can be opened where the message is
 * @param view of the question as it is kept, so that it can be searched for
 */
export function digestCard(
  digest: Digest,
  { owner, channel }: Pick<Watch, 'owner' | 'channel'>,
  question: WatchQuestion,
  documents: readonly Document[],
  openable: number,
  view: string,
): Post {
  const { total, changed } = digest.news;
  const more = total - documents.length;
  const entries = documents.map((document) => ({ document }));
  const embed = listCard({
    title: digestWords.title(total - changed, changed, formatWatched(question)),
    lead: [
      question.words.map(escapeMarkdown).join(' · '),
      channel === undefined ? '' : digestWords.watchedBy(`<@${owner}>`),
    ]
      .filter(Boolean)
      .join('\n'),
    entries,
    from: 1,
    tail: [
      ...(more > 0 ? [digestWords.more(more)] : []),
      ...(openable < documents.length ? [digestWords.addedElsewhere] : []),
    ].join('\n'),
    footer: [digestWords.footer],
  });
  return {
    embeds: [embed],
    components: [
      ...openMenu(entries.slice(0, openable), 1),
      buttonRow(
        button(digestWords.search, customId('search', 'watched', view)),
        button(digestWords.stop, stopButton(digest)),
      ),
    ],
  };
}
