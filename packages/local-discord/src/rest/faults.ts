import { setTimeout as wait } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiEnv } from './api-env.ts';

/** A request's path below the version, in whole or a part of it, or a form it has. */
type Matching = {
  path?: string | RegExp;
  method?: string;
  /** How many requests; 1 by default. */
  count?: number;
  /** Whether the request is carried out first, so that only its answer is lost, late or false. */
  afterwards?: boolean;
};

/** Requests to be refused. */
type Refusal = Matching & {
  /** 429 is a rate limit, with its own body and headers. */
  status: ContentfulStatusCode;
  /** Discord's own code and words, where the status alone doesn't say enough. */
  code?: number;
  message?: string;
  /** Of a rate limit: seconds until the next try; 1 by default. */
  retryAfter?: number;
  /** Of a rate limit: whether it is the bot's as a whole. */
  global?: boolean;
};

/** Requests to be kept waiting. */
type Delay = Matching & { ms: number };

export type Faults = {
  refuseNext(refusal: Refusal): void;
  delayNext(delay: Delay): void;
  /** Breaks the connection off instead of answering. */
  dropNext(drop: Matching): void;
  middleware: MiddlewareHandler<ApiEnv>;
};

/** Injects faults into requests, as ordered. */
export function createFaults(): Faults {
  const refusals: Refusal[] = [];
  const delays: Delay[] = [];
  const drops: Matching[] = [];
  return {
    refuseNext: (refusal) => refusals.push({ ...refusal }),
    delayNext: (delay) => delays.push({ ...delay }),
    dropNext: (drop) => drops.push({ ...drop }),
    middleware: async (context, next) => {
      const { method, path } = context.req;
      const delay = take(delays, method, path);
      const drop = take(drops, method, path);
      const refusal = drop ? undefined : take(refusals, method, path);
      if (delay && !delay.afterwards) await wait(delay.ms);
      const isCarriedOut = drop || refusal ? (drop ?? refusal)?.afterwards : true;
      if (isCarriedOut) await next();
      if (delay?.afterwards) await wait(delay.ms);
      if (drop) {
        context.env.incoming.socket.destroy();
        context.res = context.body(null, 502);
      }
      if (refusal) context.res = refuse(context, refusal);
    },
  };
}

function refuse(context: Context<ApiEnv>, refusal: Refusal): Response {
  const { status, code = 0, message = `${status}: Server Error`, retryAfter = 1 } = refusal;
  if (status !== 429) return context.json({ message, code }, status);
  const { global = false } = refusal;
  const headers = rateLimitHeaders(retryAfter, global);
  return context.json(rateLimitBody(retryAfter, global), 429, headers);
}

/** The first order that fits, used up once it has served its count. */
function take<Order extends Matching>(
  orders: Order[],
  method: string,
  path: string,
): Order | undefined {
  const found = orders.find((order) => fits(order, method, path));
  if (!found) return undefined;
  found.count = (found.count ?? 1) - 1;
  if (found.count <= 0) orders.splice(orders.indexOf(found), 1);
  return found;
}

const fits = (order: Matching, method: string, path: string): boolean =>
  (!order.method || order.method === method) &&
  (order.path === undefined ||
    (typeof order.path === 'string' ? path.includes(order.path) : order.path.test(path)));

const rateLimitBody = (retryAfter: number, global: boolean) => ({
  message: 'You are being rate limited.',
  retry_after: retryAfter,
  global,
});

/** @see https://docs.discord.com/developers/topics/rate-limits#header-format */
const rateLimitHeaders = (retryAfter: number, global: boolean): Record<string, string> => ({
  'Retry-After': String(Math.ceil(retryAfter)),
  ...(global
    ? { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' }
    : {
        'X-RateLimit-Limit': '5',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(Date.now() / 1000 + retryAfter),
        'X-RateLimit-Reset-After': String(retryAfter),
        'X-RateLimit-Bucket': 'abcd1234abcd1234abcd1234abcd1234',
        'X-RateLimit-Scope': 'user',
      }),
});
