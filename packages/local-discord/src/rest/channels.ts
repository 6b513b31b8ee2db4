import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import { Hono } from 'hono';
import { check } from '../rules/check.ts';
import { InvalidForm, required } from '../rules/violation.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { findPlace, readId } from './look-up.ts';
import { readBody } from './read-body.ts';

/** Channels, and the conversation of the bot with one user. */
export function channelRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.get('/channels/:channel', (context) =>
    context.json(toApiChannel(findPlace(world, readId(context, 'channel')), world.bot)),
  );
  api.post('/channels/:channel/typing', (context) => {
    findPlace(world, readId(context, 'channel'));
    return context.body(null, 204);
  });
  api.post('/users/@me/channels', async (context) => {
    const { body } = await readBody(context);
    context.set('body', body);
    const { recipient_id } = check(CreatePrivateChannelRequestSchema, body);
    if (!recipient_id) throw new InvalidForm([required('recipient_id')]);
    const user = world.users.find(({ id }) => id === recipient_id);
    if (!user) throw new ApiError('unknownUser');
    return context.json(toApiChannel(world.directMessages(user), world.bot));
  });
  return api;
}
