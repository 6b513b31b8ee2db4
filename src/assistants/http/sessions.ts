import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { CancelledNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { createServer, type Shared } from '../create-server.ts';

/** How many assistants may be connected, how long one that asks nothing stays so, and the largest request. */
const LIMITS = { sessions: 32, idleMs: 30 * 60_000, bodyBytes: 200_000 };

type Session = {
  transport: StreamableHTTPServerTransport;
  /** How many of its requests are being answered. */
  busy: number;
  usedAt: number;
  close(): Promise<void>;
};

/** The assistants that are connected by HTTP. */
export type Sessions = {
  /**
   * Answers a request: in the session that it names, or in a new one.
   * @returns what to answer instead: the session isn't known (any more), or there is no room for one
   */
  answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ status: number; message: string } | undefined>;
  close(): Promise<void>;
};

export function createSessions(shared: Shared, limits = LIMITS): Sessions {
  /** What was used last stands last. */
  const sessions = new Map<string, Session>();

  const drop = async (id: string) => {
    const session = sessions.get(id);
    sessions.delete(id);
    await session?.close();
  };

  async function dropIdle(): Promise<void> {
    const before = performance.now() - limits.idleMs;
    for (const [id, { busy, usedAt }] of sessions)
      if (busy === 0 && usedAt < before) await drop(id);
  }

  /** Makes room for one more, if all are not busy: who is thrown out begins anew. */
  async function makeRoom(): Promise<boolean> {
    if (sessions.size < limits.sessions) return true;
    const [id] = [...sessions].find(([, { busy }]) => busy === 0) ?? [];
    if (id !== undefined) await drop(id);
    return id !== undefined;
  }

  async function open(): Promise<Session> {
    const server = createServer(shared);
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, session),
      onsessionclosed: (id) => void sessions.delete(id),
      maxRequestBodySize: limits.bodyBytes,
    });
    const session = { transport, busy: 0, usedAt: performance.now(), close: () => server.close() };
    server.server.onerror = (err) =>
      shared.log.debug({ err }, 'a message of an assistant could not be read or answered');
    await server.connect(transport as Transport);
    endCancelled(transport);
    return session;
  }

  return {
    async answer(request, response) {
      await dropIdle();
      const id = request.headers['mcp-session-id']?.toString();
      const known = id === undefined ? undefined : sessions.get(id);
      if (id !== undefined && !known) return { status: 404, message: 'Session not found' };
      if (!known && !(await makeRoom()))
        return { status: 503, message: 'Too many assistants are connected. Try again later.' };
      const session = known ?? (await open());
      session.busy += 1;
      response.once('close', () => {
        session.busy -= 1;
        session.usedAt = performance.now();
      });
      await session.transport.handleRequest(request, response);
      const own = session.transport.sessionId;
      // Its first request was none that begins a session.
      if (own === undefined) await session.close();
      else if (sessions.delete(own)) sessions.set(own, session);
      return undefined;
    },
    async close() {
      for (const id of [...sessions.keys()]) await drop(id);
    },
  };
}

/** What was cancelled gets no answer, so the connection that waits for one is closed. */
function endCancelled(transport: StreamableHTTPServerTransport): void {
  const { onmessage } = transport;
  transport.onmessage = (message, extra) => {
    onmessage?.(message, extra);
    const cancelled = CancelledNotificationSchema.safeParse(message);
    const id = cancelled.data?.params.requestId;
    if (id !== undefined) transport.closeSSEStream(id);
  };
}
