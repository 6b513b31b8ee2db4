import { Hono } from 'hono';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';

/** Servers to a shard, as Discord recommends. */
const RECOMMENDED = 1000;

/**
 * Where the gateway is, in how many shards the bot should come, and how often a session may be started.
 * @see https://docs.discord.com/developers/events/gateway#get-gateway-bot
 */
export function gatewayRoutes(world: World, url: () => string): Api {
  const api: Api = new Hono<ApiEnv>();
  const address = () => `${url().replace(/^http/, 'ws')}/gateway`;
  api.get('/gateway', ({ json }) => json({ url: address() }));
  api.get('/gateway/bot', ({ json }) =>
    json({
      url: address(),
      shards: Math.ceil(world.guilds.size / RECOMMENDED),
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
  );
  return api;
}
