import { randomBytes } from 'node:crypto';
import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { type Actor, createActor } from './control/actor.ts';
import { availableCommands } from './control/available-commands.ts';
import { resolveChannel, resolveUser } from './control/resolve-channel.ts';
import { controlRoutes } from './control/routes.ts';
import { createEndpoint } from './endpoint/endpoint.ts';
import { createKeyPair } from './endpoint/key-pair.ts';
import type { LocalDiscordEvent } from './event.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import type { Dispatch } from './gateway/session.ts';
import { createApi, toApiError } from './rest/api.ts';
import type { ApiEnv } from './rest/api-env.ts';
import { createExchangeLog, type Exchange } from './rest/exchanges.ts';
import { createFaults, type Faults } from './rest/faults.ts';
import { fileRoutes } from './rest/files.ts';
import { listen as listenOn } from './server.ts';
import { pageRoutes } from './serving/page-routes.ts';
import { createSnowflakes } from './world/snowflake.ts';
import { createWorld } from './world/world.ts';

export type LocalDiscordOptions = {
  /** 0, the default, takes any free one. */
  port?: number;
  /** The clock: milliseconds since 1970. */
  now?: () => number;
  /** The bot's token; made up unless given. */
  token?: string;
  /** Discord's own is 3,000. */
  acknowledgeWithinMs?: number;
  /** How long an interaction can be answered; Discord's own is 15 minutes. */
  tokenLifetimeMs?: number;
  heartbeatIntervalMs?: number;
  /** How many servers a shard may have; Discord's own is 2,500. */
  serversPerShard?: number;
};

/** A Discord on this machine, and the people in it. */
export type LocalDiscord = Pick<Faults, 'refuseNext' | 'delayNext' | 'dropNext'> & {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** REST base without the version. */
  apiUrl: string;
  token: string;
  applicationId: string;
  bot: APIUser;
  guild: { id: string };
  users: { ada: APIUser; ben: APIUser };
  /** Ids of the channels that are there from the start. */
  channels: { general: string; archive: string; elsewhere: string; between: string };
  /** A person, by name or id. */
  as(user: string | APIUser): Actor;
  /** What a person is offered in a channel; Ada in #general by default. */
  commands(where?: { as?: string; channel?: string }): readonly APIApplicationCommand[];
  /** Messages of a channel, oldest first, as far as a person can see them; Ada by default. */
  messages(channel?: string, viewer?: string | APIUser): readonly APIMessage[];
  /** What went over the wire, in order. */
  exchanges: readonly Exchange[];
  /** The application's, with which interactions by HTTP are verified; 64 hexadecimal digits. */
  publicKey: string;
  /**
   * Sends interactions to an address by HTTP, once it has shown that it knows right signatures from
   * wrong ones, and no longer over the gateway; undefined for the gateway again.
   * @returns whether it has shown that
   */
  setInteractionsEndpoint(url: string | undefined): Promise<boolean>;
  gateway: Pick<Gateway, 'connected' | 'drop' | 'send' | 'askReconnect' | 'invalidateSessions'>;
  /** Takes permissions from the bot, or a person, in a channel; 0n gives them back. */
  deny(channel: string, permissions: bigint, user?: string | APIUser): void;
  /**
   * Another server with the bot, both people, and one channel.
   * @param id decides which shard it belongs to; made up unless given
   * @returns its id and that of #general
   */
  addServer(name: string, id?: string): { id: string; general: string };
  /**
   * Begins a private thread in a channel, for the bot and these people.
   * @returns its id
   */
  startPrivateThread(channel: string, name: string, people: readonly string[]): string;
  /** Deletes a channel or a thread, by name or id. */
  deleteChannel(channel: string): void;
  /** @returns how to stop listening */
  listen(listener: (event: LocalDiscordEvent) => void): () => void;
  close(): Promise<void>;
};

/**
 * Starts a Discord on 127.0.0.1: REST under `/api/v10`, the gateway under `/gateway`, the people's
 * side under `/control`.
 * @throws Error with the code EADDRINUSE where the port is busy
 */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { now = Date.now, token = createToken(now) } = options;
  const { acknowledgeWithinMs = 3000, tokenLifetimeMs = 15 * 60 * 1000 } = options;
  const { heartbeatIntervalMs = 41_250, serversPerShard = 2500 } = options;
  let address = 'http://127.0.0.1';
  const url = () => address;

  const listeners = new Set<(event: LocalDiscordEvent) => void>();
  const emit = (event: LocalDiscordEvent) => {
    for (const listener of listeners) listener(event);
  };
  const listen = (listener: (event: LocalDiscordEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const world = createWorld({ now, token, acknowledgeWithinMs, tokenLifetimeMs, url });
  const log = createExchangeLog(now, (exchange) => emit({ type: 'exchange', exchange }));
  const faults = createFaults();
  const sent = ({ t, d }: Dispatch) => log.add({ kind: 'event', at: now(), name: t, body: d });
  const changed = () => emit({ type: 'connection-changed' });
  const gateway = createGateway(world, {
    url,
    heartbeatIntervalMs,
    serversPerShard,
    sent,
    changed,
  });
  const keys = createKeyPair();
  const endpoint = createEndpoint(world, { keys, timeoutMs: acknowledgeWithinMs, sent, changed });
  world.listen(emit);

  const feed = {
    listen,
    exchanges: log.entries,
    isConnected: () => world.endpoint.url !== undefined || gateway.connected() > 0,
  };
  const app = new Hono<ApiEnv>()
    .use('/api/*', log.middleware, faults.middleware)
    .route('/api/v10', createApi(world, { url, publicKey: keys.publicKey, endpoint }))
    .route('/', fileRoutes(world))
    .route('/', pageRoutes(world))
    .route('/control', controlRoutes(world, feed));
  app.notFound(({ json }) => json({ message: '404: Not Found', code: 0 }, 404));
  app.onError((error, { json }) => {
    const known = toApiError(error);
    if (known) return json(known.body, known.status);
    return json({ message: '500: Internal Server Error', code: 0, fault: error.stack }, 500);
  });

  const server = await listenOn(options.port ?? 0, app, gateway, url);
  address = `http://127.0.0.1:${server.port}`;

  const find = (user: string | APIUser) =>
    resolveUser(world, typeof user === 'string' ? user : user.id);
  const findPlace = (channel: string) =>
    world.places.get(channel) ?? resolveChannel(world, ada, channel);
  const { named, users, guild } = world;
  const [ada, ben] = users as [APIUser, APIUser];
  return {
    url: address,
    apiUrl: `${address}/api`,
    token,
    applicationId: world.applicationId,
    bot: world.bot,
    guild: { id: guild.id },
    users: { ada, ben },
    channels: {
      general: named.general.id,
      archive: named.archive.id,
      elsewhere: named.elsewhere.id,
      between: named.between.id,
    },
    as: (user) => createActor(world, find(user)),
    commands: ({ as = 'ada', channel } = {}) =>
      availableCommands(world, find(as), resolveChannel(world, find(as), channel)),
    messages: (channel, viewer = 'ada') =>
      world.messages
        .list(resolveChannel(world, find(viewer), channel), find(viewer).id)
        .map(({ message }) => message),
    exchanges: log.entries,
    publicKey: keys.publicKey,
    setInteractionsEndpoint: endpoint.set,
    gateway,
    refuseNext: faults.refuseNext,
    delayNext: faults.delayNext,
    dropNext: faults.dropNext,
    deny: (channel, permissions, user) =>
      world.deny(findPlace(channel), user === undefined ? world.bot : find(user), permissions),
    addServer(name, id) {
      const { guild: added, general } = world.addGuild(name, id);
      return { id: added.id, general: general.id };
    },
    startPrivateThread: (channel, name, people) =>
      world.startPrivateThread(findPlace(channel), name, people.map(find)).id,
    deleteChannel: (channel) => world.deletePlace(findPlace(channel)),
    listen,
    async close() {
      world.interactions.close();
      endpoint.close();
      gateway.close();
      await server.close();
    },
  };
}

/**
 * A token of Discord's form: three parts, the first of them an id. Its digits also keep it from
 * beginning with "Bot", which discord.js takes off a token.
 */
const createToken = (now: () => number): string =>
  [Buffer.from(createSnowflakes(now)()), randomBytes(6), randomBytes(38)]
    .map((part) => part.toString('base64url'))
    .join('.');
