import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { ApiError } from '../rest/api-error.ts';
import type { World } from '../world/world.ts';
import { avatar } from './avatar.ts';
import { type Bundle, bundlePage } from './bundle.ts';

const HTML = join(import.meta.dirname, '..', 'page', 'index.html');

/** Nothing from any other host, nothing inline, in nobody's frame. */
const guard = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});

let bundled: Promise<Bundle> | undefined;
/** The page's files, bundled when they are first asked for in this process. */
const bundle = (): Promise<Bundle> => {
  bundled ??= bundlePage();
  return bundled;
};

/** The page that draws this Discord. */
export function pageRoutes(world: World): Hono {
  const routes = new Hono();
  routes.use('/', guard).use('/page/*', guard);
  routes.get('/', async ({ html }) => html(await readFile(HTML, 'utf8')));
  routes.get('/page/main.js', async ({ body }) =>
    body((await bundle()).script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  routes.get('/page/style.css', async ({ body }) =>
    body((await bundle()).style, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  routes.get('/page/icon.svg', ({ body }) =>
    body(avatar({ name: '', isBot: true, index: 0 }), 200, { 'Content-Type': 'image/svg+xml' }),
  );
  routes.get('/page/avatar/:file{\\d+\\.svg}', ({ req, body }) => {
    const id = req.param('file').replace('.svg', '');
    const users = [world.bot, ...world.users];
    const user = users.find((one) => one.id === id);
    if (!user) throw new ApiError('unknownUser');
    const picture = avatar({
      name: user.global_name ?? user.username,
      isBot: user.bot ?? false,
      index: users.indexOf(user),
    });
    return body(picture, 200, { 'Content-Type': 'image/svg+xml' });
  });
  return routes;
}
