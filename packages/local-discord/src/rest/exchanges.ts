import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './api-env.ts';

/** Something that went over the wire: an event sent to the bot, or a request of its. */
export type Exchange =
  | { kind: 'event'; at: number; name: string; body: unknown }
  | {
      kind: 'request';
      at: number;
      method: string;
      path: string;
      status: number;
      body: unknown;
      answer: unknown;
      /** From the interaction's sending to this request's end, for one that concerns one. */
      delayMs: number | undefined;
    };

/** Entries kept; the oldest go first. */
const KEPT = 2000;

export type ExchangeLog = {
  entries: readonly Exchange[];
  add(entry: Exchange): void;
  middleware: MiddlewareHandler<ApiEnv>;
};

/** @param added called with each entry */
export function createExchangeLog(
  now: () => number,
  added: (entry: Exchange) => void,
): ExchangeLog {
  const entries: Exchange[] = [];
  const add = (entry: Exchange) => {
    entries.push(entry);
    if (entries.length > KEPT) entries.shift();
    added(entry);
  };
  return {
    entries,
    add,
    middleware: async (context, next) => {
      await next();
      const { method, path } = context.req;
      const { res } = context;
      const isJson = res.headers.get('content-type')?.startsWith('application/json');
      const interaction = context.get('interaction');
      add({
        kind: 'request',
        at: now(),
        method,
        path,
        status: res.status,
        body: context.get('body'),
        answer: isJson ? await res.clone().json() : undefined,
        delayMs: interaction && performance.now() - interaction.sentAt,
      });
    },
  };
}
