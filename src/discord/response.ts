import { type REST, Routes } from 'discord.js';
import {
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  InteractionResponseType as Type,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Choice } from '../cards/choice.ts';
import type { Interaction } from './interaction-payload.ts';
import type { MessageBody } from './message-body.ts';

/** A message as Discord gives it back. */
const Sent = z.object({ id: z.string(), flags: z.number().default(0) });
export type Sent = z.infer<typeof Sent>;

const Created = z.object({ resource: z.object({ message: Sent.optional() }).optional() });

/** What has been answered to an interaction, and how more is. Methods throw what the request throws. */
export type Response = {
  /** Whether and how the answer was put off: "is thinking…" for all or one, or nothing to be seen. */
  deferral: 'public' | 'private' | 'unseen' | undefined;
  reply(message: MessageBody): Promise<void>;
  /** The same, for the message that was sent; undefined where Discord doesn't say. */
  replyAndGet(message: MessageBody): Promise<Sent | undefined>;
  /** Changes the message whose component it was. */
  update(message: MessageBody): Promise<void>;
  /** Puts the answer off. Whether it is in `deferral` from then on, the caller decides. */
  defer(how: NonNullable<Response['deferral']>): Promise<void>;
  showForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  suggest(choices: readonly Choice[]): Promise<void>;
  /** Fills in what was put off. */
  edit(message: MessageBody): Promise<Sent>;
  /** Sends a message after what was put off. */
  followUp(message: MessageBody): Promise<Sent>;
  /** Takes the answer away. */
  remove(): Promise<void>;
};

/**
 * Answers an interaction by REST, wherever it came from.
 * @param acknowledged told when Discord has the first answer
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback
 */
export function createResponse(
  rest: REST,
  { id, token, application_id: app }: Interaction,
  acknowledged: () => void = () => {},
): Response {
  const original = Routes.webhookMessage(app, token);
  async function callback(
    body: APIInteractionResponse,
    files: MessageBody['files'] = [],
    withResponse = false,
  ): Promise<unknown> {
    const query = new URLSearchParams({ with_response: String(withResponse) });
    const options = { body, files: [...files], query, auth: false };
    const answer = await rest.post(Routes.interactionCallback(id, token), options);
    acknowledged();
    return answer;
  }

  return {
    deferral: undefined,
    async reply({ body, files }) {
      await callback({ type: Type.ChannelMessageWithSource, data: body }, files);
    },
    async replyAndGet({ body, files }) {
      const created = await callback(
        { type: Type.ChannelMessageWithSource, data: body },
        files,
        true,
      );
      const sent = Created.parse(created).resource?.message;
      if (sent) return sent;
      // Where the first answer of Discord's was lost, the second doesn't say which message it was.
      const found = await rest.get(original, { auth: false }).catch(() => undefined);
      return found === undefined ? undefined : Sent.parse(found);
    },
    async update({ body, files }) {
      await callback({ type: Type.UpdateMessage, data: body }, files);
    },
    async defer(how) {
      if (how === 'unseen') await callback({ type: Type.DeferredMessageUpdate });
      else {
        const data = how === 'private' ? { flags: MessageFlags.Ephemeral as const } : {};
        await callback({ type: Type.DeferredChannelMessageWithSource, data });
      }
      this.deferral = how;
    },
    async showForm(data) {
      await callback({ type: Type.Modal, data });
    },
    async suggest(choices) {
      const data = { choices: [...choices] };
      await callback({ type: Type.ApplicationCommandAutocompleteResult, data });
    },
    async edit({ body, files }) {
      return Sent.parse(await rest.patch(original, { body, files: [...files], auth: false }));
    },
    async followUp({ body, files }) {
      const query = new URLSearchParams({ wait: 'true' });
      const options = { body, files: [...files], query, auth: false };
      return Sent.parse(await rest.post(Routes.webhook(app, token), options));
    },
    async remove() {
      await rest.delete(original, { auth: false });
    },
  };
}
