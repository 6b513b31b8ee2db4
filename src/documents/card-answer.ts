import { cardButtons, documentCard } from '../cards/document-card.ts';
import type { Document } from '../data/corpus/document.ts';
import { fingerprint } from '../data/corpus/fingerprint.ts';
import type { Answer, Asker, Services } from '../interactions/command.ts';
import { trySaving } from '../interactions/try-saving.ts';
import { rememberedOn, scopeOf } from './card-memory.ts';

/** A document's card with its buttons and what is remembered of it; a public one is remembered. */
export async function cardAnswer(
  document: Document,
  isPrivate: boolean,
  services: Services,
  asker: Asker,
  heading?: string,
): Promise<Answer> {
  const remembered = rememberedOn(document, isPrivate, services, asker);
  const { saved: more = [], unsaved } = await trySaving(remembered);
  const own = trySaving(services.store.discussions.of(scopeOf(asker), document.id));
  const { saved: discussions = [] } = await own;
  const isDiscussedHere = discussions.some(({ thread }) => thread === asker.channelId);
  return {
    embeds: [documentCard(document, { heading, more })],
    components: cardButtons(document, isPrivate, isDiscussedHere),
    private: isPrivate,
    unsaved,
    share: {
      message: asker.id,
      channel: asker.channelId,
      parent: asker.audienceId,
      scope: scopeOf(asker),
      document: document.id,
      fingerprint: fingerprint(document),
      user: asker.userId,
      at: services.now(),
    },
  };
}
