import { Hono } from 'hono';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';

/** Uploaded files, to be downloaded again as they came, by signed addresses as Discord's are. */
export function fileRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.get('/:folder{attachments|ephemeral-attachments}/:home/:id/:name', (context) => {
    const file = world.attachments.find(context.req.param('id'), context.req.query());
    if (!file) return context.text('This content is no longer available.', 404);
    return context.body(new Uint8Array(file.bytes).buffer, 200, {
      'Content-Type': file.type,
      'Content-Length': String(file.bytes.length),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });
  return api;
}
