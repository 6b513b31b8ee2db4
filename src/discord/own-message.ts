import { z } from 'zod';
import { mention } from '../cards/mention.ts';
import type { MessageMatch } from '../interactions/channels.ts';
import { sharingWords } from '../wording/sharing.ts';

/** A message of the app, as far as it is recognised by it. */
export const OwnMessage = z.object({
  id: z.string(),
  content: z.string().default(''),
  author: z.object({ id: z.string() }),
  embeds: z.array(z.object({ footer: z.object({ text: z.string() }).optional() })),
  interaction_metadata: z.object({ id: z.string() }).optional(),
  components: z
    .array(
      z.object({ components: z.array(z.object({ custom_id: z.string().optional() })).optional() }),
    )
    .default([]),
});
type OwnMessage = z.infer<typeof OwnMessage>;

/** Whether a message is the one that is meant. */
export function matches(
  { content, embeds: [embed], interaction_metadata, components }: OwnMessage,
  meant: MessageMatch,
): boolean {
  const footer = embed?.footer?.text;
  if ('footer' in meant) return footer === meant.footer;
  if ('button' in meant) {
    const buttons = components.flatMap((row) => row.components ?? []);
    return buttons.some(({ custom_id: id }) => id === meant.button);
  }
  if (interaction_metadata || !meant.card) return interaction_metadata?.id === meant.interaction;
  const beginning = sharingWords.sharedBy(mention(meant.card.user));
  return footer === meant.card.document && content.startsWith(beginning);
}
