import { ApplicationCommandType } from 'discord-api-types/v10';
import { Hono } from 'hono';
import type { EventFeed } from '../event.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { actionRoutes } from './action-routes.ts';
import { availableCommands } from './available-commands.ts';
import { NotSent } from './not-sent.ts';
import { readRequestContext } from './request-context.ts';
import { viewStream } from './stream.ts';

/**
 * What a person can see and do here, over HTTP: `?as=USER&channel=CHANNEL`, each by id or name.
 * What Discord's client would refuse is answered with 400 and `{ "error": "a sentence" }`.
 */
export function controlRoutes(world: World, feed: EventFeed): Hono {
  const control = new Hono();
  control.get('/', ({ json }) =>
    json({
      bot: world.bot,
      users: world.users,
      guild: { id: world.guild.id, name: world.guild.name },
      channels: [...world.places.values()].map((place) => toApiChannel(place, world.bot)),
    }),
  );
  control.get('/exchanges', ({ json }) => json(feed.exchanges));
  control.get('/events', (context) => {
    const withExchanges = context.req.query('exchanges') === 'true';
    return viewStream(context, world, readRequestContext(world, context).user, feed, withExchanges);
  });
  control.get('/commands', (context) => {
    const { user, place } = readRequestContext(world, context);
    return context.json(availableCommands(world, user, place));
  });
  control.get('/message-commands', (context) => {
    const { user, place } = readRequestContext(world, context);
    return context.json(availableCommands(world, user, place, ApplicationCommandType.Message));
  });
  control.get('/messages', (context) => {
    const { user, place } = readRequestContext(world, context);
    return context.json(world.messages.list(place, user.id).map(({ message }) => message));
  });
  control.route('/', actionRoutes(world));
  control.onError((error, { json }) => {
    if (error instanceof NotSent) return json({ error: error.message }, 400);
    throw error;
  });
  return control;
}
