import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { literal, object, optional, unknown } from 'zod/mini';
import { check } from '../rules/check.ts';
import type { Acknowledgement, Interaction } from '../world/interactions.ts';
import { isLoading } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { handleCallback } from './callbacks.ts';
import { readId } from './look-up.ts';
import { readBody, type Upload } from './read-body.ts';

const Callback = object({
  type: literal([
    InteractionResponseType.Pong,
    InteractionResponseType.ChannelMessageWithSource,
    InteractionResponseType.DeferredChannelMessageWithSource,
    InteractionResponseType.DeferredMessageUpdate,
    InteractionResponseType.UpdateMessage,
    InteractionResponseType.ApplicationCommandAutocompleteResult,
    InteractionResponseType.Modal,
  ]),
  data: optional(unknown()),
});

/** Acknowledging an interaction: in time, and once. */
export function interactionRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.post('/interactions/:interaction/:token/callback', async (context) => {
    const { body, files } = await readBody(context);
    context.set('body', body);
    const interaction = world.interactions.find(context.req.param('token'));
    if (interaction?.id !== readId(context, 'interaction'))
      throw new ApiError('unknownInteraction');
    context.set('interaction', interaction);
    const how = answerInteraction(world, interaction, { body, files });
    if (context.req.query('with_response') !== 'true') return context.body(null, 204);
    return context.json(toCallbackResponse(interaction, how));
  });
  return api;
}

/**
 * Acknowledges an interaction with an answer of the bot's, whichever way that came.
 * @throws ApiError if it comes too late or is the second, InvalidForm if it isn't right
 */
export function answerInteraction(
  world: World,
  interaction: Interaction,
  { body, files }: Upload,
): Acknowledgement {
  if (interaction.state === 'failed') throw new ApiError('unknownInteraction');
  if (interaction.state !== 'pending') throw new ApiError('alreadyAcknowledged');
  const { type, data } = check(Callback, body);
  const { isDeferred, ...how } = handleCallback(type, {
    world,
    interaction,
    data: { body: data, files },
  });
  world.interactions.acknowledge(interaction, how, isDeferred ? 'deferred' : 'answered');
  return how;
}

/** @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function toCallbackResponse(interaction: Interaction, { type, original }: Acknowledgement): object {
  const { id, payload } = interaction;
  if (!original) return { interaction: { id, type: payload.type } };
  const { message } = original;
  return {
    interaction: {
      id,
      type: payload.type,
      response_message_id: message.id,
      response_message_loading: isLoading(message),
      response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    },
    resource: { type, message },
  };
}
