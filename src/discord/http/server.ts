import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { Answer } from './answer-request.ts';

/** Slow requests are cut off, so that nobody holds connections open for nothing. */
const LIMITS = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  // Longer than a balancer keeps a connection that is idle: otherwise it would use one that is just closed.
  keepAliveTimeout: 75_000,
};

/** What is answered may still be on its way to the network. */
const LAST_BYTES_MS = 300;

export type Listening = {
  port: number;
  /**
   * Takes no more requests; settles when connections are closed.
   * @param answered settles when those under way are answered
   */
  close(answered: Promise<void>): Promise<void>;
};

/**
 * Listens for requests, each answered by `answer`.
 * @throws UserError if the port or the host can't be had
 */
export async function listen(
  { port, host }: { port: number; host: string },
  answer: (request: IncomingMessage) => Promise<Answer>,
  log: Logger,
  limits = LIMITS,
): Promise<Listening> {
  let isClosing = false;
  const server = createServer(limits, async (request, response) => {
    // A connection that was busy outlives the closing by one request.
    const answering = isClosing ? Promise.resolve<Answer>({ status: 503 }) : answer(request);
    const given = await answering.catch((err): Answer => {
      if (!request.destroyed) log.error({ err }, 'A request could not be answered.');
      return { status: 500 };
    });
    if (given.warning) log.warn(given.warning);
    else if (given.status >= 400) log.debug({ status: given.status }, 'a request was refused');
    send(response, given, isClosing);
  });
  server.listen(port, host);
  await once(server, 'listening').catch((cause) => {
    throw new UserError(`HTTP_PORT ${port} on ${host} can’t be listened on: ${cause.message}.`, {
      cause,
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close(answered) {
      isClosing = true;
      const closed = once(server, 'close');
      server.close();
      await answered;
      // A connection that has never been used isn't idle for Node, and would keep all waiting.
      await Promise.race([closed, wait(LAST_BYTES_MS, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function send(response: ServerResponse, { status, headers, json }: Answer, isLast: boolean): void {
  const body = json && JSON.stringify(json);
  response.writeHead(status, {
    'Content-Length': Buffer.byteLength(body ?? ''),
    ...(body && { 'Content-Type': 'application/json' }),
    ...(isLast && { Connection: 'close' }),
    ...headers,
  });
  response.end(body);
}
