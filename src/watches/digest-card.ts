import { button, buttonRow } from '../cards/components.ts';
import { escapeMarkdown } from '../cards/escape.ts';
import { listCard } from '../cards/list-card.ts';
import { openMenu } from '../cards/open-menu.ts';
import { customId } from '../cards/routes.ts';
import type { Document } from '../data/corpus/document.ts';
import type { Post } from '../interactions/channels.ts';
import type { Digest } from '../store/tables/digests.ts';
import type { Watch } from '../store/tables/watches.ts';
import { count } from '../wording/count.ts';
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
    title: `${howMany(total, changed)} for ${formatWatched(question)}`,
    lead: [
      question.words.map(escapeMarkdown).join(' · '),
      channel === undefined ? '' : `Watched by <@${owner}>.`,
    ]
      .filter(Boolean)
      .join('\n'),
    entries,
    from: 1,
    tail: [
      ...(more > 0 ? [`…and ${count(more)} more. *Search* shows them among all others.`] : []),
      ...(openable < documents.length
        ? ['What people have added to a server can be opened there alone.']
        : []),
    ].join('\n'),
    footer: ['A watch'],
  });
  return {
    embeds: [embed],
    components: [
      ...openMenu(entries.slice(0, openable), 1),
      buttonRow(
        button('Search', customId('search', 'watched', view)),
        button('Stop watching', stopButton(digest)),
      ),
    ],
  };
}

/** `3 new`, `1 new, 2 changed`. */
function howMany(total: number, changed: number): string {
  const fresh = total - changed;
  return [
    ...(fresh > 0 ? [`${count(fresh)} new`] : []),
    ...(changed > 0 ? [`${count(changed)} changed`] : []),
  ].join(', ');
}
