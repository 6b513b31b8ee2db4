import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { int, number, object, optional, safeParse, string, tuple, unknown } from 'zod/mini';
import { type Shard, WHOLE } from './shard.ts';

/** What a connection asks of the gateway, once read and checked. */
type Requests = {
  identify(intents: number, shard: Shard): void;
  resume(sessionId: string, sequence: number): void;
};

type Options = {
  token: string;
  heartbeatIntervalMs: number;
  /** Whether a shard would have more servers than Discord lets it have. */
  isTooLarge(shard: Shard): boolean;
  /** Whether the connection has a session already. */
  isIdentified(): boolean;
  requests: Requests;
};

const Payload = object({ op: number(), d: optional(unknown()) });
const Identify = object({
  token: string(),
  intents: number(),
  properties: unknown(),
  shard: optional(tuple([int(), int()])),
});
const Resume = object({ token: string(), session_id: string(), seq: number() });

const ALL_INTENTS = Object.values(Intent).reduce<number>(
  (all, bit) => all | (typeof bit === 'number' ? bit : 0),
  0,
);
/** Those that an application has only when it was granted them; this one was not. */
const PRIVILEGED = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
/** Sent by a client, and of no consequence here. */
const IGNORED: readonly number[] = [
  Op.PresenceUpdate,
  Op.VoiceStateUpdate,
  Op.RequestGuildMembers,
  Op.RequestSoundboardSounds,
];

/**
 * Holds a client to the gateway's protocol: greets it, answers its heartbeats, passes its
 * requests on, and closes with Discord's own codes where it breaks a rule.
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
export function handleConnection(socket: WebSocket, options: Options): void {
  const { token, heartbeatIntervalMs, isTooLarge, isIdentified, requests } = options;
  const send = (op: Op, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }));
  const close = (code: Close, reason: string) => socket.close(code, reason);

  const isAlive = setTimeout(
    () => close(Close.SessionTimedOut, 'Session timed out.'),
    heartbeatIntervalMs * 2.5,
  );
  socket.on('close', () => clearTimeout(isAlive));

  const identify = (d: unknown) => {
    const read = safeParse(Identify, d);
    if (isIdentified()) return close(Close.AlreadyAuthenticated, 'Already authenticated.');
    if (!read.success) return close(Close.DecodeError, 'Error while decoding payload.');
    const { intents, shard = WHOLE } = read.data;
    if (read.data.token !== token)
      return close(Close.AuthenticationFailed, 'Authentication failed.');
    if (shard[0] < 0 || shard[0] >= shard[1]) return close(Close.InvalidShard, 'Invalid shard.');
    if (isTooLarge(shard)) return close(Close.ShardingRequired, 'Sharding is required.');
    if (intents & ~ALL_INTENTS) return close(Close.InvalidIntents, 'Invalid intent(s).');
    if (intents & PRIVILEGED) return close(Close.DisallowedIntents, 'Disallowed intent(s).');
    return requests.identify(intents, shard);
  };
  const resume = (d: unknown) => {
    const read = safeParse(Resume, d);
    if (isIdentified()) return close(Close.AlreadyAuthenticated, 'Already authenticated.');
    if (!read.success) return close(Close.DecodeError, 'Error while decoding payload.');
    if (read.data.token !== token)
      return close(Close.AuthenticationFailed, 'Authentication failed.');
    return requests.resume(read.data.session_id, read.data.seq);
  };

  socket.on('message', (data) => {
    const payload = safeParse(Payload, parse(String(data)));
    if (!payload.success) return close(Close.DecodeError, 'Error while decoding payload.');
    const { op, d } = payload.data;
    if (op === Op.Heartbeat) {
      isAlive.refresh();
      return send(Op.HeartbeatAck, null);
    }
    if (op === Op.Identify) return identify(d);
    if (op === Op.Resume) return resume(d);
    if (!isIdentified()) return close(Close.NotAuthenticated, 'Not authenticated.');
    if (!IGNORED.includes(op)) return close(Close.UnknownOpcode, 'Unknown opcode.');
  });

  send(Op.Hello, { heartbeat_interval: heartbeatIntervalMs, _trace: [] });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
