import { Hono } from 'hono';
import type { World } from '../world/world.ts';
import type { Api, ApiEnv } from './api-env.ts';
import { ApiError } from './api-error.ts';

/** Uploaded files, to be downloaded again as they came. */
export function fileRoutes(world: World): Api {
  const api: Api = new Hono<ApiEnv>();
  api.get('/attachments/:channel/:id/:name', (context) => {
    const file = world.attachments.find(context.req.param('id'));
    if (!file) throw new ApiError('notFound');
    return context.body(file.bytes.slice().buffer, 200, {
      'Content-Type': file.type,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });
  return api;
}
