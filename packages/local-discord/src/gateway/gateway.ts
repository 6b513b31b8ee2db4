import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../world/world.ts';
import { handleConnection } from './connection.ts';
import { toDispatch } from './events.ts';
import { guildCreate, guildsOf, ready } from './greeting.ts';
import { createSession, type Dispatch, dispatch, replay, type Session } from './session.ts';

/** How long a session without a connection can still be resumed. */
const RESUMABLE_MS = 5 * 60 * 1000;

/** The bot's connections, and what can be done to them. */
export type Gateway = {
  /** How many logins of the bot are connected. */
  connected(): number;
  /** Breaks the connections off as a lost network does, or closes them with a code of Discord's. */
  drop(code?: GatewayCloseCodes): void;
  /** Sends a frame as it is, however malformed. */
  send(frame: string): void;
  /** Asks the bot to connect again and resume. */
  askReconnect(): void;
  /** Forgets the sessions: the bot must log in anew. */
  invalidateSessions(): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
};

type Options = {
  url: () => string;
  heartbeatIntervalMs: number;
  serversPerShard: number;
  /** Told of each event sent, and of each change in what is connected. */
  sent(event: Dispatch): void;
  changed(): void;
};

/** Sends the world's events to every login of the bot. */
export function createGateway(world: World, options: Options): Gateway {
  const { url, heartbeatIntervalMs, serversPerShard, sent, changed } = options;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const sockets = () => [...sessions.values()].flatMap(({ socket }) => socket ?? []);

  const sendTo = (session: Session, payload: Dispatch) => {
    dispatch(session, payload);
    sent(payload);
  };
  const forgetLost = () => {
    for (const { id, lostAt } of sessions.values()) {
      if (lostAt !== undefined && world.now() - lostAt > RESUMABLE_MS) sessions.delete(id);
    }
  };

  const unlisten = world.listen((event) => {
    forgetLost();
    for (const session of sessions.values()) {
      const payload = toDispatch(world, event, session);
      if (payload) sendTo(session, payload);
    }
  });

  const attach = (session: Session, socket: WebSocket) => {
    session.socket = socket;
    session.lostAt = undefined;
    socket.on('close', (code) => {
      if (session.socket !== socket) return;
      session.socket = undefined;
      session.lostAt = world.now();
      // A client that closes with one of these two has done with its session.
      if (code === 1000 || code === 1001) sessions.delete(session.id);
      changed();
    });
  };

  const connect = (socket: WebSocket) => {
    let session: Session | undefined;
    // A malformed frame: ws closes the connection itself.
    socket.on('error', () => undefined);
    handleConnection(socket, {
      token: world.token,
      heartbeatIntervalMs,
      isTooLarge: (shard) => guildsOf(world, { shard }).length > serversPerShard,
      isIdentified: () => session !== undefined,
      requests: {
        identify(intents, shard) {
          session = createSession(intents, shard, socket);
          sessions.set(session.id, session);
          attach(session, socket);
          sendTo(session, ready(world, session, `${url().replace(/^http/, 'ws')}/gateway`));
          if (intents & GatewayIntentBits.Guilds) {
            for (const guild of guildsOf(world, session)) {
              sendTo(session, guildCreate(world, guild));
            }
          }
          changed();
        },
        resume(id, sequence) {
          forgetLost();
          const found = sessions.get(id);
          if (!found) return invalidate(socket);
          if (sequence > found.sequence) {
            return socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
          }
          session = found;
          attach(session, socket);
          replay(session, sequence);
          sendTo(session, { t: 'RESUMED', d: { _trace: [] } });
          changed();
        },
      },
    });
  };

  return {
    connected: () => sockets().length,
    drop: (code) => {
      for (const socket of sockets()) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    send: (frame) => {
      for (const socket of sockets()) socket.send(frame);
    },
    askReconnect: () => {
      for (const socket of sockets()) {
        socket.send(JSON.stringify({ op: GatewayOpcodes.Reconnect, d: null, s: null, t: null }));
      }
    },
    invalidateSessions: () => {
      const open = sockets();
      sessions.clear();
      for (const socket of open) invalidate(socket);
    },
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, connect),
    close: () => {
      unlisten();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

const invalidate = (socket: WebSocket) =>
  socket.send(JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null }));
