import { ApplicationFormPartialSchema } from 'discord-api-spec/zod';
import { Hono } from 'hono';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { check } from '../rules/check.ts';
import { InvalidForm, violation } from '../rules/violation.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { readBody } from './read-body.ts';

/** Of an address whose answers to a right and a wrong signature are not the right ones. */
const UNVERIFIED = [
  'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
  'The specified interactions endpoint url could not be verified.',
] as const;

/** @see https://docs.discord.com/developers/resources/user#get-current-user-guilds */
const MOST_SERVERS = 200;

/** The bot's own account and application. */
export function applicationRoutes(world: World, publicKey: string, endpoint: Endpoint): Api {
  const api: Api = new Hono<ApiEnv>();
  const application = () => ({
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: publicKey,
    owner: world.users[0],
    team: null,
    flags: 0,
    integration_types_config: { 0: {}, 1: {} },
    approximate_guild_count: world.guilds.size,
    interactions_endpoint_url: world.endpoint.url ?? null,
  });
  api.get('/users/@me', ({ json }) => json({ ...world.bot, verified: true, mfa_enabled: false }));
  api.get('/users/@me/guilds', ({ req, json }) => {
    const after = BigInt(req.query('after') ?? 0);
    const servers = [...world.guilds.values()]
      .filter(({ id }) => BigInt(id) > after)
      .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
      .slice(0, Math.min(Number(req.query('limit') ?? MOST_SERVERS), MOST_SERVERS));
    return json(
      servers.map(({ id, name }) => ({ id, name, icon: null, owner: false, features: [] })),
    );
  });
  api.get('/applications/@me', ({ json }) => json(application()));
  api.get('/oauth2/applications/@me', ({ json }) => json(application()));
  api.patch('/applications/@me', async (context) => {
    const { body } = await readBody(context);
    context.set('body', body);
    const { interactions_endpoint_url: address } = check(ApplicationFormPartialSchema, body);
    if (address !== undefined && !(await endpoint.set(address || undefined))) {
      throw new InvalidForm([violation(['interactions_endpoint_url'], ...UNVERIFIED)]);
    }
    return context.json(application());
  });
  return api;
}
