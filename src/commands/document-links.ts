import { documentOption } from '../cards/choice.ts';
import { customId, menuRow, type Row } from '../cards/components.ts';
import { cardButtons, documentCard } from '../cards/document-card.ts';
import type { Document } from '../data/document.ts';
import { fingerprint } from '../data/fingerprint.ts';
import { rememberedOn, scopeOf } from './card-memory.ts';
import type { Answer, Asker, Services } from './command.ts';
import { trySaving } from './try-saving.ts';

/** The menu under a list that opens a document's card. */
export const openMenu = (entries: readonly { document: Document }[], from: number): Row[] =>
  entries.length === 0
    ? []
    : [
        menuRow(
          customId('document', 'open'),
          'Open a document',
          entries.map(({ document }, index) => documentOption(document, from + index)),
        ),
      ];

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
    posting: async () => {
      const { shares } = services.store;
      await shares.begin({
        message: asker.id,
        channel: asker.channelId,
        parent: asker.audienceId,
        scope: scopeOf(asker),
        document: document.id,
        fingerprint: fingerprint(document),
        user: asker.userId,
        at: services.now(),
      });
      return {
        done: ({ id }) => shares.confirm(asker.id, id),
        undone: () => shares.forget(asker.id),
      };
    },
  };
}
