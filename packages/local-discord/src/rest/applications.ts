import { Hono } from 'hono';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';

/** The bot's own account and application. */
export function applicationRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  const application = {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    owner: world.users[0],
    team: null,
    flags: 0,
    integration_types_config: { 0: {}, 1: {} },
    approximate_guild_count: 1,
  };
  api.get('/users/@me', ({ json }) => json({ ...world.bot, verified: true, mfa_enabled: false }));
  api.get('/users/@me/guilds', ({ json }) =>
    json(
      [...world.guilds.values()].map(({ id, name }) => ({
        id,
        name,
        icon: null,
        owner: false,
        features: [],
      })),
    ),
  );
  api.get('/applications/@me', ({ json }) => json(application));
  api.get('/oauth2/applications/@me', ({ json }) => json(application));
  return api;
}
