import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Logger } from '../log.ts';
import type { Connection } from './connection.ts';
import { guardPackets } from './guard-packets.ts';
import { reachDiscord } from './reach-discord.ts';
import { restOptions } from './retry-requests.ts';

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
  const login = async () => {
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
      throw error;
    }
  };
  return reachDiscord(login, connection.apiUrl, log);
}

/** What the gateway is asked to tell of; none of it needs Discord's approval. */
export const INTENTS = ['Guilds', 'GuildMessages', 'DirectMessages'] as const;

function createClient({ apiUrl, shards }: Connection, log: Logger): Client {
  const client = new Client({
    intents: INTENTS.map((name) => GatewayIntentBits[name]),
    // A conversation is not known before its first message.
    partials: [Partials.Channel],
    // Nothing that a person or a document says may ever ping.
    allowedMentions: { parse: [], repliedUser: false },
    ...(shards && { shards: [...shards.ids], shardCount: shards.count }),
    rest: restOptions(apiUrl),
    makeCache: Options.cacheWithLimits({
      MessageManager: 0,
      // Whoever writes would be kept, whether or not they ask for anything.
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
    }),
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
