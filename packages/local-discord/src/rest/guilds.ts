import { Hono } from 'hono';
import { toApiGuild } from '../world/api-guild.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { readId } from './look-up.ts';

/** The server that the bot is in, and its members. */
export function guildRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.use('/guilds/:guild/*', async (context, next) => {
    if (readId(context, 'guild') !== world.guild.id) throw new ApiError('unknownGuild');
    await next();
  });
  api.get('/guilds/:guild', (context) => {
    if (readId(context, 'guild') !== world.guild.id) throw new ApiError('unknownGuild');
    return context.json(toApiGuild(world.guild));
  });
  api.get('/guilds/:guild/channels', ({ json }) =>
    json(
      [...world.places.values()]
        .filter(({ guild, parentId }) => guild === world.guild && !parentId)
        .map((place) => toApiChannel(place, world.bot)),
    ),
  );
  api.get('/guilds/:guild/roles', ({ json }) => json(world.guild.roles));
  api.get('/guilds/:guild/members/:user', (context) => {
    const asked = context.req.param('user');
    const id = asked === '@me' ? world.bot.id : readId(context, 'user');
    const member = world.guild.members.find(({ user }) => user.id === id);
    if (!member) throw new ApiError('unknownMember');
    return context.json(member);
  });
  api.get('/users/:user', (context) => {
    const id = readId(context, 'user');
    const user = [world.bot, ...world.users].find((one) => one.id === id);
    if (!user) throw new ApiError('unknownUser');
    return context.json(user);
  });
  return api;
}
