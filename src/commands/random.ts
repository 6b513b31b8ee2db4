import { randomInt } from 'node:crypto';
import { count } from '../cards/count.ts';
import type { Document } from '../data/document.ts';
import { UserError } from '../errors.ts';
import { passes } from '../search/filter.ts';
import type { Draws } from '../store/draws.ts';
import { defineCommand } from './command.ts';
import { privateOption, slashCommand } from './declaration.ts';
import { cardAnswer } from './document-links.ts';
import { collectionChoices, collectionOption, dateOptions, readFilter } from './read-options.ts';
import { trySaving } from './try-saving.ts';

/** `/random`: draws a document without putting it back, until the channel has seen all. */
export const random = defineCommand({
  data: slashCommand('random', 'Draw a document that this channel has not seen yet', [
    collectionOption,
    ...dateOptions,
    privateOption,
  ]),

  read: (options, { corpus }) => ({
    asked: readFilter(options, corpus),
    private: options.private === true,
  }),

  async run(input, services, asker) {
    const { corpus, store } = services;
    const pool = corpus.documents.filter(passes(input.asked.filter));
    if (pool.length === 0) {
      throw new UserError(
        `No documents match: ${input.asked.words.join(', ')}. Widen the filters.`,
      );
    }
    // What only one person sees leaves the channel's draws as they are.
    const drawer = input.private ? `user:${asker.userId}` : asker.channelId;
    const { drawn, place, unsaved } = await draw(pool, drawer, store.draws);
    const filters = input.asked.words.map((word) => ` · ${word}`).join('');
    const heading = `Random document · ${count(place)} of ${count(pool.length)} drawn ${input.private ? 'by you' : 'here'}${filters}`;
    const card = await cardAnswer(drawn, input.private, services, asker, heading);
    return { ...card, unsaved: card.unsaved ?? unsaved };
  },

  suggest: ({ typed }, { corpus }) => collectionChoices(typed, corpus),
});

/** Draws one that the channel, or the person, hasn't seen; when it has seen all, they are put back first. */
async function draw(
  pool: readonly Document[],
  channel: string,
  draws: Draws,
): Promise<{ drawn: Document; place: number; unsaved?: Error | undefined }> {
  const seen = await draws.seen(channel);
  const unseen = pool.filter(({ id }) => !seen.has(id));
  const drawn = unseen[randomInt(Math.max(unseen.length, 1))];
  if (!drawn) {
    await draws.putBack(
      channel,
      pool.map(({ id }) => id),
    );
    return draw(pool, channel, draws);
  }
  const { saved: isFirst, unsaved } = await trySaving(draws.mark(channel, drawn.id));
  if (isFirst === false) return draw(pool, channel, draws);
  return { drawn, place: pool.length - unseen.length + 1, unsaved };
}
