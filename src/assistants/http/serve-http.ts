import { once } from 'node:events';
import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import type { Shared } from '../create-server.ts';
import { createRequestCheck } from './check-request.ts';
import { createSessions } from './sessions.ts';

/** Never reached from another machine: the token would go over the network as it is. */
const HOST = '127.0.0.1';
const MOST_CONNECTIONS = 100;
/** Slow requests are cut off, so that nobody holds connections open for nothing. */
const LIMITS = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 };

/**
 * Serves assistants by streamable HTTP on this machine, at `/mcp`.
 * @throws UserError if the port can't be had
 */
export async function serveHttp(
  { port, token }: { port: number; token: string },
  shared: Shared,
): Promise<{ url: string; close(): Promise<void> }> {
  const refusal = createRequestCheck(token);
  const sessions = createSessions(shared);
  const server = createHttpServer(LIMITS, async (request, response) => {
    try {
      const refused = refusal(request) ?? (await sessions.answer(request, response));
      if (refused) refuse(response, refused);
    } catch (err) {
      if (!request.destroyed) shared.log.error({ err }, 'A request could not be answered.');
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, message: 'This could not be answered.' });
    }
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.listen(port, HOST);
  await once(server, 'listening').catch((cause) => {
    throw new UserError(`MCP_PORT ${port} can’t be listened on: ${cause.message}.`, { cause });
  });
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/mcp`,
    async close() {
      server.close();
      await shared.calls.idle();
      // What was answered last is still to be sent.
      await nextTurn();
      await sessions.close();
      server.closeAllConnections();
    },
  };
}

/** As JSON-RPC has errors that belong to no request. */
function refuse(
  response: ServerResponse,
  refused: { status: number; message: string; headers?: Record<string, string> },
): void {
  const error = { code: -32_000, message: refused.message };
  response
    .writeHead(refused.status, {
      'Content-Type': 'application/json',
      Connection: 'close',
      ...refused.headers,
    })
    .end(JSON.stringify({ jsonrpc: '2.0', error, id: null }));
}
