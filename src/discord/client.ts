import { setTimeout as wait } from 'node:timers/promises';
import { Events, GatewayDispatchEvents, type Message, REST } from 'discord.js';
import type { Command, Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { cachedServers } from './cached-servers.ts';
import { connect } from './connect.ts';
import type { Connection } from './connection.ts';
import { answerDirectMessages } from './direct-messages.ts';
import { createDispatch, type DispatchOptions } from './dispatch.ts';
import { watchGateway } from './gateway-health.ts';
import { readInteraction, UNREAD } from './interaction-payload.ts';
import { createMentions, type Mentions } from './mentions.ts';
import { restOptions } from './retry-requests.ts';
import { createUnderWay } from './under-way.ts';

/** How long what is under way may take once the bot is told to stop. */
export const STOP_WITHIN_MS = 5000;

/** What may concern a message that mentions the app, as Discord sent it. */
const MENTION_EVENTS = [
  [GatewayDispatchEvents.MessageCreate, 'written'],
  [GatewayDispatchEvents.MessageUpdate, 'edited'],
  [GatewayDispatchEvents.MessageDelete, 'deleted'],
  [GatewayDispatchEvents.MessageDeleteBulk, 'deleted'],
] as const;

/** A bot that is connected and answering. */
export type Bot = {
  /** Takes nothing new, answers what is under way, then leaves the gateway. */
  stop(): Promise<void>;
  /** Whether interactions reach the bot. */
  isReady(): boolean;
  /** Settles when no interactions will come any more, whatever is tried; the log says why. */
  lost: Promise<void>;
};

/** `rest`: the client that the process has already, so that Discord's limits are counted once. */
export type BotOptions = DispatchOptions & { rest?: REST };

/** A REST client of its own, for what needs no gateway. */
export const createRest = ({ token, apiUrl }: Connection): REST =>
  new REST({ version: '10', ...restOptions(apiUrl) }).setToken(token);

/**
 * Connects and answers. What fails for now is tried again.
 * @throws UserError if Discord refuses the token, or what answers is not Discord
 */
export async function startBot(
  connection: Connection,
  commands: readonly Command[],
  services: Services,
  log: Logger,
  { rest = createRest(connection), ...options }: BotOptions = {},
): Promise<Bot> {
  const dispatch = createDispatch(commands, services, rest, log, options);
  const search = commands.find(({ data }) => data.name === 'search');
  const answerMessage = search && answerDirectMessages(search, services, log);
  const messages = createUnderWay();
  let mentions: Mentions | undefined;
  const onMessage = (message: Message) => answerMessage && messages.add(answerMessage(message));
  let isStopping = false;
  const lost = Promise.withResolvers<void>();
  const client = await connect(
    connection,
    (starting) => {
      const servers = cachedServers(starting);
      // As Discord sent it: discord.js drops the channel where it doesn't know the server.
      starting.ws.on(GatewayDispatchEvents.InteractionCreate, (payload) => {
        const read = readInteraction(payload);
        if ('problems' in read) log.warn({ at: read.problems }, UNREAD);
        else if (!isStopping) void dispatch.handle(read.interaction, servers);
      });
      starting.on(Events.MessageCreate, onMessage);
      mentions = search && createMentions(search, services, servers, log);
      for (const [event, method] of MENTION_EVENTS) {
        starting.ws.on(event, (payload) => {
          if (!isStopping && starting.user) mentions?.[method](payload, starting.user.id);
        });
      }
      starting.once(Events.ShardDisconnect, ({ code }) => {
        log.error({ code }, 'Discord closed the gateway for good');
        lost.resolve();
      });
    },
    log,
  );
  const isReady = watchGateway(client);
  log.info({ user: client.user.tag, servers: client.guilds.cache.size }, 'connected');

  return {
    lost: lost.promise,
    isReady,
    async stop() {
      isStopping = true;
      client.off(Events.MessageCreate, onMessage);
      const idle = Promise.all([dispatch.idle(), messages.idle(), mentions?.idle()]);
      await Promise.race([idle, wait(STOP_WITHIN_MS, undefined, { ref: false })]);
      // discord.js announces a reconnection even where it leaves for good.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}
