import { Hono } from 'hono';
import type { Api, ApiEnv } from './api-env.ts';

/** Where the gateway is, and how often a session may be started. */
export function gatewayRoutes(url: () => string): Api {
  const api: Api = new Hono<ApiEnv>();
  const address = () => `${url().replace(/^http/, 'ws')}/gateway`;
  api.get('/gateway', ({ json }) => json({ url: address() }));
  api.get('/gateway/bot', ({ json }) =>
    json({
      url: address(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    }),
  );
  return api;
}
