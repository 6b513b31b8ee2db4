import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { isForeign } from './control/same-site.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { ApiEnv } from './rest/api-env.ts';

/** One port on this machine for everything. */
export type Server = { port: number; close(): Promise<void> };

/**
 * Listens on 127.0.0.1 only, and refuses what other sites make a browser send.
 * @throws Error with the code EADDRINUSE where the port is busy
 */
export async function listen(
  port: number,
  app: Hono<ApiEnv>,
  gateway: Gateway,
  url: () => string,
): Promise<Server> {
  const handleRequest = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (!isForeign(request.headers, url())) return handleRequest(request, response);
    response.writeHead(403, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: 'Only pages of this address may ask.' }));
  });
  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url());
    const isGateway = /^\/gateway\/?$/.test(pathname) && searchParams.get('encoding') !== 'etf';
    if (isForeign(request.headers, url()) || !isGateway) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    } else gateway.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
