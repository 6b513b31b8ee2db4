import {
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema as ChangedMessage,
  IncomingWebhookInteractionRequestSchema as NewMessage,
} from 'discord-api-spec/zod';
import { InteractionResponseType } from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import type { Interaction } from '../world/interactions.ts';
import { isLoading, type StoredMessage } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { compose } from './compose.ts';
import { postInteractionMessage } from './interaction-message.ts';
import { readMessage } from './message-body.ts';
import { readBody, type Upload } from './read-body.ts';

const BASE = '/webhooks/:application/:token';

/** Messages in an interaction's name, once it is acknowledged and while its token lives. */
export function webhookRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.post(BASE, async (context) => {
    const upload = await readBody(context);
    context.set('body', upload.body);
    const interaction = findInteraction(world, context);
    return context.json(followUp(world, interaction, upload).message);
  });
  api.get(`${BASE}/messages/:message`, (context) => {
    const interaction = findInteraction(world, context);
    return context.json(findOwn(world, interaction, context).message);
  });
  api.patch(`${BASE}/messages/:message`, async (context) => {
    const upload = await readBody(context);
    context.set('body', upload.body);
    const interaction = findInteraction(world, context);
    const stored = findOwn(world, interaction, context);
    change(world, interaction, stored, upload);
    return context.json(stored.message);
  });
  api.delete(`${BASE}/messages/:message`, (context) => {
    const interaction = findInteraction(world, context);
    const stored = findOwn(world, interaction, context);
    world.messages.remove(stored);
    if (stored === interaction.source) world.interactions.complete(interaction);
    return context.body(null, 204);
  });
  return api;
}

/** The first message after a deferral is the deferred answer itself, private or not as deferred. */
function followUp(world: World, interaction: Interaction, upload: Upload): StoredMessage {
  const original = interaction.acknowledgement?.original;
  if (original && isLoading(original.message) && world.messages.find(original.message.id)) {
    return change(world, interaction, original, upload);
  }
  const body = readMessage(NewMessage, upload);
  const draft = compose(world, interaction.place, body, upload.files);
  const stored = postInteractionMessage(world, interaction, draft, body.flags ?? 0, original);
  world.interactions.complete(interaction);
  return stored;
}

function change(
  world: World,
  interaction: Interaction,
  stored: StoredMessage,
  upload: Upload,
): StoredMessage {
  const body = readMessage(ChangedMessage, upload, stored);
  world.messages.edit(stored, compose(world, stored.place, body, upload.files, stored));
  if (stored === interaction.acknowledgement?.original) world.interactions.complete(interaction);
  return stored;
}

/** @throws ApiError for a token that is unknown, not yet acknowledged, or too old */
function findInteraction(world: World, context: Context<ApiEnv>): Interaction {
  const interaction = world.interactions.find(context.req.param('token') ?? '');
  if (!interaction || context.req.param('application') !== world.applicationId) {
    throw new ApiError('unknownWebhook');
  }
  context.set('interaction', interaction);
  const { state, acknowledgement } = interaction;
  const hasMessages =
    (state === 'answered' || state === 'deferred') &&
    acknowledgement?.type !== InteractionResponseType.Modal &&
    acknowledgement?.type !== InteractionResponseType.ApplicationCommandAutocompleteResult;
  if (!hasMessages) throw new ApiError('unknownWebhook');
  if (world.interactions.isExpired(interaction)) throw new ApiError('expiredToken');
  return interaction;
}

/** @throws ApiError for a message that is gone, or was not sent in this interaction's name */
function findOwn(world: World, interaction: Interaction, context: Context): StoredMessage {
  const asked = context.req.param('message') ?? '';
  const id = asked === '@original' ? interaction.acknowledgement?.original?.message.id : asked;
  const stored = id && interaction.messageIds.has(id) ? world.messages.find(id) : undefined;
  if (!stored) throw new ApiError('unknownMessage');
  return stored;
}
