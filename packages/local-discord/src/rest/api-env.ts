import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Interaction } from '../world/interactions.ts';

/** What a request's handler leaves for the log: the body it read, and whose answer it was. */
export type ApiEnv = {
  Bindings: HttpBindings;
  Variables: { body: unknown; interaction: Interaction | undefined };
};

export type Api = Hono<ApiEnv>;
