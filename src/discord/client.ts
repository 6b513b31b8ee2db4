import { setTimeout as wait } from 'node:timers/promises';
import { Events, GatewayDispatchEvents, REST } from 'discord.js';
import type { Command, Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import { cachedServers } from './cached-servers.ts';
import { connect } from './connect.ts';
import type { Connection } from './connection.ts';
import { answerDirectMessages } from './direct-messages.ts';
import { createDispatch } from './dispatch.ts';
import { readInteraction } from './interaction-payload.ts';
import { restOptions } from './retry-requests.ts';

/** How long what is under way may take once the bot is told to stop. */
export const STOP_WITHIN_MS = 5000;

/** A bot that is connected and answering. */
export type Bot = {
  /** Answers what is under way, then leaves the gateway. */
  stop(): Promise<void>;
  /** Settles when Discord has closed the gateway for good. */
  lost: Promise<void>;
};

/** A REST client of its own, for what needs no gateway. */
export const createRest = ({ token, apiUrl }: Connection): REST =>
  new REST({ version: '10', ...restOptions(apiUrl) }).setToken(token);

/**
 * Connects and answers. What fails for now is tried again.
 * @param deferAfterMs how long an answer may take before it is put off
 * @throws UserError if Discord refuses the token, or what answers is not Discord
 */
export async function startBot(
  connection: Connection,
  commands: readonly Command[],
  services: Services,
  log: Logger,
  deferAfterMs?: number,
): Promise<Bot> {
  const rest = createRest(connection);
  const dispatch = createDispatch(commands, services, rest, log, deferAfterMs);
  const search = commands.find(({ data }) => data.name === 'search');
  let isStopping = false;
  const lost = Promise.withResolvers<void>();
  const client = await connect(
    connection,
    (starting) => {
      // As Discord sent it: discord.js drops the channel where it doesn't know the server.
      starting.ws.on(GatewayDispatchEvents.InteractionCreate, (payload) => {
        const interaction = readInteraction(payload);
        if (!interaction) log.warn('An interaction that could not be read was passed over.');
        else if (!isStopping) void dispatch.handle(interaction, cachedServers(starting));
      });
      if (search) {
        starting.on(Events.MessageCreate, answerDirectMessages(search, services, log));
      }
      starting.once(Events.ShardDisconnect, ({ code }) => {
        log.error({ code }, 'Discord closed the gateway for good');
        lost.resolve();
      });
    },
    log,
  );
  log.info({ user: client.user.tag, servers: client.guilds.cache.size }, 'connected');

  return {
    lost: lost.promise,
    async stop() {
      isStopping = true;
      await Promise.race([dispatch.idle(), wait(STOP_WITHIN_MS, undefined, { ref: false })]);
      // discord.js announces a reconnection even where it leaves for good.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}
