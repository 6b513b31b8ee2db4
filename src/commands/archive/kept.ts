import type { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Services } from '../../interactions/command.ts';
import { additionWords } from '../../wording/additions.ts';
import type { Editor } from './who-may.ts';

/** How long what was read or typed can be added. */
const KEPT_MS = 60 * 60 * 1000;

/**
 * Keeps what was read or typed until its button is clicked, also if the bot starts anew meanwhile.
 * @returns the id for the button
 */
export const keep = (
  input: unknown,
  { guildId, userId }: Editor,
  { store, now }: Services,
): Promise<string> =>
  store.views.save({
    command: 'archive',
    input: { guild: guildId, kept: input },
    owner: userId,
    createdAt: now(),
  });

/**
 * What was kept under an id.
 * @throws UserError if it was somebody else, elsewhere, or longer ago than an hour
 */
export async function findKept<Input>(
  id: string,
  schema: z.ZodType<Input>,
  { guildId, userId }: Editor,
  { store, now }: Services,
): Promise<Input> {
  const view = await store.views.find(id);
  const { guild, kept } = (view?.input ?? {}) as { guild?: unknown; kept?: unknown };
  const isOwn = view?.command === 'archive' && view.owner === userId && guild === guildId;
  const isFresh = view && now().getTime() - view.createdAt.getTime() <= KEPT_MS;
  if (isOwn && isFresh) return schema.parse(kept);
  throw new UserError(additionWords.tooOld);
}
