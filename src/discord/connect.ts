import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from '../log.ts';
import { backOff } from './back-off.ts';
import { connectError, isPermanent } from './connect-error.ts';
import type { Connection } from './connection.ts';
import { guardPackets } from './guard-packets.ts';
import { restOptions } from './retry-requests.ts';

/** The pauses between tries to connect grow between these. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Connects to Discord, however long that takes.
 * @param prepare adds the listeners that a client must have from its start
 * @throws UserError if another try can't help: Discord refuses the token, or it isn't Discord
 */
export async function connect(
  connection: Connection,
  prepare: (client: Client) => void,
  log: Logger,
): Promise<Client<true>> {
  for (let tries = 0; ; tries += 1) {
    const client = createClient(connection, log);
    prepare(client);
    try {
      const ready = new Promise<Client<true>>((resolve) => {
        client.once(Events.ClientReady, resolve);
      });
      // A gateway that can't be reached is tried by discord.js, twice a second, without an end.
      await client.login(connection.token);
      return await ready;
    } catch (error) {
      // A client that has failed to log in can't be used again.
      client.removeAllListeners();
      client.on(Events.Error, () => {});
      const reason = connectError(error, connection.apiUrl);
      if (isPermanent(error)) throw reason;
      const pause = backOff(tries, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
      log.warn({ err: error }, `${reason.message} Trying again in ${pause / 1000} s.`);
      await wait(pause);
    }
  }
}

/** What the gateway is asked to tell of; none of it needs Discord's approval. */
export const INTENTS = ['Guilds', 'DirectMessages'] as const;

function createClient({ apiUrl, shards }: Connection, log: Logger): Client {
  const client = new Client({
    intents: INTENTS.map((name) => GatewayIntentBits[name]),
    // A conversation is not known before its first message.
    partials: [Partials.Channel],
    // Nothing that a person or a document says may ever ping.
    allowedMentions: { parse: [], repliedUser: false },
    ...(shards && { shards: [...shards.ids], shardCount: shards.count }),
    rest: restOptions(apiUrl),
    makeCache: Options.cacheWithLimits({ MessageManager: 0 }),
    // Servers are not needed to answer: a slow one must not keep the others waiting.
    waitGuildTimeout: 1000,
  });
  guardPackets(client, log);
  client.on(Events.Error, (err) => log.error({ err }, 'the connection failed'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  const reconnecting = new Set<number>();
  client.on(Events.ShardReconnecting, (shard) => {
    // Told once: it is tried twice a second.
    if (!reconnecting.has(shard)) log.info({ shard }, 'reconnecting');
    reconnecting.add(shard);
  });
  const resumed = (shard: number) => {
    if (reconnecting.delete(shard)) log.info({ shard }, 'resumed');
  };
  client.on(Events.ShardResume, resumed);
  client.on(Events.ShardReady, resumed);
  return client;
}
