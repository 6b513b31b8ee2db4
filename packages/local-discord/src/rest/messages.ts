import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import {
  type APIMessage,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { type Context, Hono } from 'hono';
import { InvalidForm, violation } from '../rules/violation.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { compose } from './compose.ts';
import { findMessage, findPlace, mayIn, readId, requirePermission } from './look-up.ts';
import { readMessage } from './message-body.ts';
import { findByNonce } from './nonce.ts';
import { readBody } from './read-body.ts';

const BASE = '/channels/:channel/messages';

/** Messages of a channel, as the bot's own account reads and writes them. */
export function messageRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  const placeOf = (context: Context) => findPlace(world, readId(context, 'channel'));
  const messageOf = (context: Context) =>
    findMessage(world, placeOf(context), readId(context, 'message'));

  // Without the permission to read the history, the answer is an empty list, not an error.
  api.get(BASE, (context) => {
    const { before, after, limit = '50' } = context.req.query();
    const place = placeOf(context);
    if (!mayIn(world, place, Permission.ReadMessageHistory)) return context.json([]);
    const messages = world.messages
      .list(place, world.bot.id)
      .map(({ message }) => message)
      .filter(({ id }) => (!before || isOlder(id, before)) && (!after || isOlder(after, id)));
    // Those next to the message that is named, the newest of them first.
    const asked = after ? messages.slice(0, Number(limit)) : messages.slice(-Number(limit));
    return context.json(asked.reverse());
  });
  api.get(`${BASE}/:message`, (context) => {
    requirePermission(world, placeOf(context), Permission.ReadMessageHistory);
    return context.json(messageOf(context).message);
  });
  api.post(BASE, async (context) => {
    const place = placeOf(context);
    requirePermission(
      world,
      place,
      place.parentId ? Permission.SendMessagesInThreads : Permission.SendMessages,
    );
    const upload = await readBody(context);
    context.set('body', upload.body);
    const body = readMessage(MessageCreateRequestSchema, upload);
    const more = body.message_reference
      ? referTo(world, place, body.message_reference.message_id)
      : {};
    const draft = compose(world, place, body, upload.files);
    const same = body.enforce_nonce && findByNonce(world, place, body.nonce);
    if (same) return context.json(same);
    const extra = body.nonce === undefined ? more : { ...more, nonce: body.nonce };
    return context.json(world.messages.post(place, world.bot, draft, { more: extra }).message);
  });
  api.patch(`${BASE}/:message`, async (context) => {
    const stored = messageOf(context);
    if (stored.message.author.id !== world.bot.id) throw new ApiError('notAuthor');
    const upload = await readBody(context);
    context.set('body', upload.body);
    const body = readMessage(MessageEditRequestPartialSchema, upload, stored);
    world.messages.edit(stored, compose(world, stored.place, body, upload.files, stored));
    return context.json(stored.message);
  });
  api.delete(`${BASE}/:message`, (context) => {
    const stored = messageOf(context);
    if (stored.message.author.id !== world.bot.id) {
      requirePermission(world, stored.place, Permission.ManageMessages);
    }
    world.messages.remove(stored);
    return context.body(null, 204);
  });
  return api;
}

const isOlder = (one: string, other: string): boolean => BigInt(one) < BigInt(other);

/** @throws InvalidForm for a reply to a message that is not there */
function referTo(world: World, place: Place, id: string | undefined): Partial<APIMessage> {
  const stored = id ? world.messages.find(id) : undefined;
  if (stored?.place.id !== place.id || !id) {
    const message = 'Unknown message';
    throw new InvalidForm([
      violation(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message),
    ]);
  }
  return {
    type: MessageType.Reply,
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: place.id,
      message_id: id,
    },
  };
}
