import { type Context, Hono } from 'hono';
import { toApiGuild } from '../world/api-guild.ts';
import type { Guild } from '../world/guild.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { readId } from './look-up.ts';

/** The servers that the bot is in, and their members. */
export function guildRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  const find = (context: Context): Guild => {
    const guild = world.guilds.get(readId(context, 'guild'));
    if (!guild) throw new ApiError('unknownGuild');
    return guild;
  };
  api.get('/guilds/:guild', (context) => context.json(toApiGuild(find(context))));
  api.get('/guilds/:guild/channels', (context) => {
    const found = find(context);
    const channels = [...world.places.values()]
      .filter(({ guild, parentId }) => guild === found && !parentId)
      .map((place) => toApiChannel(place, world.bot));
    return context.json(channels);
  });
  api.get('/guilds/:guild/roles', (context) => context.json(find(context).roles));
  api.get('/guilds/:guild/members/:user', (context) => {
    const { members } = find(context);
    const asked = context.req.param('user');
    const id = asked === '@me' ? world.bot.id : readId(context, 'user');
    const member = members.find(({ user }) => user.id === id);
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
