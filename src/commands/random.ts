import { randomInt } from 'node:crypto';
import type { Document } from '../data/corpus/document.ts';
import { cardReply } from '../documents/card-reply.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from '../interactions/command.ts';
import { privateOption, slashCommand } from '../interactions/declaration.ts';
import {
  collectionChoices,
  collectionOption,
  dateOptions,
  readFilter,
} from '../interactions/read-options.ts';
import { saveIfWritable } from '../interactions/save-if-writable.ts';
import type { Draw } from '../search/answers.ts';
import type { Archive } from '../search/archive.ts';
import type { Filter } from '../search/questions.ts';
import type { Draws } from '../store/tables/draws.ts';
import { randomWords } from '../wording/documents.ts';

/** As many ways as there are to draw. */
const SEEDS = 2 ** 32;

/** `/random`: draws a document without putting it back, until the channel has seen all. */
export const random = defineCommand({
  data: slashCommand('random', randomWords.command, [
    collectionOption,
    ...dateOptions,
    privateOption,
  ]),

  read: async (options, { archive }) => ({
    asked: await readFilter(options, archive),
    private: options.private === true,
  }),

  async run(input, services, invoker) {
    const { archive, store } = services;
    const { filter } = input.asked;
    // What only one person sees leaves the channel's draws as they are.
    const drawer = input.private ? `user:${invoker.userId}` : invoker.channelId;
    const guild = input.private ? undefined : invoker.guildId;
    const mark = (id: string) => store.draws.mark(drawer, id, guild);
    const drawing = await draw(filter, drawer, archive, { ...store.draws, mark });
    if (!drawing) {
      throw new UserError(randomWords.noneMatch(input.asked.words));
    }
    const { document, total, unseen, unsaved } = drawing;
    const drawn = total - unseen + 1;
    const heading = randomWords.heading(drawn, total, input.private, input.asked.words);
    const card = await cardReply(document, input.private, services, invoker, heading);
    return { ...card, unsaved: card.unsaved ?? unsaved };
  },

  suggest: ({ typed }, { archive }) => collectionChoices(typed, archive),
});

type Drawing = Draw & { document: Document; unsaved?: Error | undefined };

/**
 * Draws one that the channel, or the person, hasn't seen; when it has seen all, they are put back
 * first. Undefined if none passes the filter.
 */
async function draw(
  filter: Filter,
  channel: string,
  archive: Archive,
  draws: Omit<Draws, 'mark'> & { mark(document: string): Promise<boolean> },
): Promise<Drawing | undefined> {
  const seen = await draws.seen(channel);
  const { document, ...found } = await archive.draw(filter, [...seen], randomInt(SEEDS));
  if (found.total === 0) return undefined;
  if (!document) {
    await draws.putBack(channel, found.exhausted);
    return draw(filter, channel, archive, draws);
  }
  const { saved: isFirst, unsaved } = await saveIfWritable(draws.mark(document.id));
  if (isFirst === false) return draw(filter, channel, archive, draws);
  return { document, ...found, unsaved };
}
