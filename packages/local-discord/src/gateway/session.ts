import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Shard } from './shard.ts';

/** Events kept for a client that lost its connection. */
const KEPT_EVENTS = 1000;

/** What one login of the bot has been sent, so that it can be sent again. */
export type Session = {
  id: string;
  intents: number;
  shard: Shard;
  sequence: number;
  sent: { s: number }[];
  /** Undefined while the connection is lost. */
  socket: WebSocket | undefined;
  lostAt: number | undefined;
};

export const createSession = (intents: number, shard: Shard, socket: WebSocket): Session => ({
  id: crypto.randomUUID().replaceAll('-', ''),
  intents,
  shard,
  sequence: 0,
  sent: [],
  socket,
  lostAt: undefined,
});

/** An event's name and body. */
export type Dispatch = { t: GatewayDispatchPayload['t'] | 'RESUMED'; d: unknown };

/** Numbers an event and sends it, or keeps it for when the client resumes. */
export function dispatch(session: Session, { t, d }: Dispatch): void {
  session.sequence += 1;
  const payload = { op: 0, s: session.sequence, t, d };
  session.sent.push(payload);
  if (session.sent.length > KEPT_EVENTS) session.sent.shift();
  session.socket?.send(JSON.stringify(payload));
}

/** Sends what came after an event once more. */
export function replay(session: Session, after: number): void {
  for (const payload of session.sent.filter(({ s }) => s > after)) {
    session.socket?.send(JSON.stringify(payload));
  }
}
