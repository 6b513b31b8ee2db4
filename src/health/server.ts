import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { UserError } from '../errors.ts';
import { PARTS, type Part, type Readiness } from './readiness.ts';

/** What the server tells; a page of metrics with its media type. */
export type Told = {
  readiness(parts?: readonly Part[]): Promise<Readiness>;
  metrics(): Promise<{ type: string; text: string }>;
};

/**
 * Serves `/live`, `/ready` and `/metrics` over HTTP, to GET and HEAD.
 * @throws UserError if the address can't be listened on
 */
export async function serveHealth(
  { port, host }: { port: number; host: string },
  told: Told,
): Promise<{ close(): Promise<void> }> {
  const server = createServer(async ({ method, url = '' }, response) => {
    try {
      if (method !== 'GET' && method !== 'HEAD') json(response, 405, { error: 'use GET' });
      else await answer(new URL(url, 'http://health'), told, response);
    } catch {
      json(response, 500, { error: 'this could not be found out' });
    }
  });
  server.listen(port, host);
  await once(server, 'listening').catch((cause) => {
    throw new UserError(
      `The health server can’t listen on ${host}, port ${port} (${cause.code}): set HEALTH_PORT to another port, or HEALTH_HOST to an address of this machine.`,
      { cause },
    );
  });
  return {
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param url `/ready?part=discord` asks about that part alone */
async function answer(
  { pathname: path, searchParams }: URL,
  told: Told,
  response: ServerResponse,
): Promise<void> {
  if (path === '/live') json(response, 200, { live: true });
  else if (path === '/ready') {
    const asked = searchParams.getAll('part');
    const parts = PARTS.filter((part) => asked.includes(part));
    if (parts.length < asked.length) {
      return json(response, 400, { error: `the parts are ${PARTS.join(', ')}` });
    }
    const readiness = await told.readiness(asked.length > 0 ? parts : undefined);
    json(response, readiness.ready ? 200 : 503, readiness);
  } else if (path === '/metrics') {
    const { type, text } = await told.metrics();
    response.writeHead(200, { 'Content-Type': type }).end(text);
  } else json(response, 404, { error: 'there are /live, /ready and /metrics' });
}

function json(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    .end(`${JSON.stringify(body)}\n`);
}
