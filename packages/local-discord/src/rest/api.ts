import { Hono, type MiddlewareHandler } from 'hono';
import type { Endpoint } from '../endpoint/endpoint.ts';
import { InvalidForm, nestViolations } from '../rules/violation.ts';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';
import { applicationRoutes } from './applications.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { gatewayRoutes } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

/** The REST API, version 10, as far as a bot with commands uses it. */
export function createApi(
  world: World,
  { url, publicKey, endpoint }: { url: () => string; publicKey: string; endpoint: Endpoint },
): Api {
  const api: Api = new Hono<ApiEnv>();
  api.use(authorize(world.token));
  const routes = [
    gatewayRoutes(world, url),
    applicationRoutes(world, publicKey, endpoint),
    commandRoutes(world),
    interactionRoutes(world),
    webhookRoutes(world),
    channelRoutes(world),
    messageRoutes(world),
    threadRoutes(world),
    guildRoutes(world),
  ];
  for (const route of routes) api.route('/', route);
  return api;
}

/** Callbacks and webhooks carry their token in the path; everything else needs the bot's. */
const authorize =
  (token: string): MiddlewareHandler =>
  async (context, next) => {
    const isOpen = /\/v10\/(interactions|webhooks)\/|\/v10\/gateway$/.test(context.req.path);
    if (!isOpen && context.req.header('authorization') !== `Bot ${token}`) {
      throw new ApiError('unauthorized');
    }
    await next();
  };

/** Any error as the body that Discord would answer; undefined for an error of our own. */
export function toApiError(error: unknown): ApiError | undefined {
  if (error instanceof InvalidForm)
    return new ApiError('invalidForm', nestViolations(error.violations));
  return error instanceof ApiError ? error : undefined;
}
