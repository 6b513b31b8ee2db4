import { cardButtons, documentCard } from '../cards/document-card.ts';
import type { Document } from '../data/corpus/document.ts';
import { fingerprint } from '../data/corpus/fingerprint.ts';
import type { Invoker, Reply, Services } from '../interactions/command.ts';
import { saveIfWritable } from '../interactions/save-if-writable.ts';
import { memoryOfCard, scopeOf } from './card-memory.ts';
import { hasText } from './has-text.ts';
import { whoAdded } from './who-added.ts';

/**
 * A document's card with its buttons and what is remembered of it; a public one is remembered.
 * @param question that it was found by, as it is kept
 */
export async function cardReply(
  document: Document,
  isPrivate: boolean,
  services: Services,
  invoker: Invoker,
  heading?: string,
  question?: string,
): Promise<Reply> {
  const remembered = memoryOfCard(document, isPrivate, services, invoker);
  const { saved: memory = [], unsaved } = await saveIfWritable(remembered);
  const { saved: added = [] } = await saveIfWritable(whoAdded(document.id, services, invoker));
  const own = saveIfWritable(services.store.discussions.of(scopeOf(invoker), document.id));
  const { saved: discussions = [] } = await own;
  const isDiscussedHere = discussions.some(({ thread }) => thread === invoker.channelId);
  return {
    embeds: [documentCard(document, { heading, more: [...added, ...memory] })],
    components: cardButtons(document, isPrivate, {
      isDiscussedHere,
      hasText: await hasText(document.id, services.archive),
      question,
    }),
    private: isPrivate,
    unsaved,
    share: {
      message: invoker.id,
      channel: invoker.channelId,
      parent: invoker.audienceId,
      scope: scopeOf(invoker),
      document: document.id,
      fingerprint: fingerprint(document),
      user: invoker.userId,
      at: services.now(),
    },
  };
}
