import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, REST } from 'discord.js';
import type { Command, Services } from '../commands/command.ts';
import type { Logger } from '../log.ts';
import { cannotConnect } from './cannot-connect.ts';
import { createDispatch } from './dispatch.ts';
import { register } from './register.ts';
import { restOptions } from './repeat-requests.ts';

/** How long what is under way may take once the bot is told to stop. */
const PATIENCE_MS = 10_000;

/** How to reach Discord. */
export type Connection = {
  token: string;
  applicationId?: string | undefined;
  guildId?: string | undefined;
  /** REST base without the version; Discord's own where it is left out. */
  apiUrl?: string | undefined;
};

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
 * Connects, registers the commands where they differ, and answers.
 * @throws UserError where Discord refuses the token or can't be reached
 */
export async function startBot(
  connection: Connection,
  commands: readonly Command[],
  services: Services,
  log: Logger,
): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    // Nothing that a person or a document says may ever ping.
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(connection.apiUrl),
    makeCache: Options.cacheWithLimits({ MessageManager: 0 }),
    // Servers are not needed to answer: a slow one must not keep the others waiting.
    waitGuildTimeout: 1000,
  });
  const dispatch = createDispatch(commands, services, log);
  client.on(Events.InteractionCreate, dispatch.handle);
  client.on(Events.Error, (err) => log.error({ err }, 'the connection failed'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  const lost = new Promise<void>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => {
      log.error({ code }, 'Discord closed the gateway for good');
      resolve();
    });
  });
  client.on(Events.ShardReconnecting, () => log.info('reconnecting'));
  client.on(Events.ShardResume, () => log.info('resumed'));

  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(connection.token).catch((error) => {
    throw cannotConnect(error, connection.apiUrl);
  });
  const { application, user } = await ready;
  log.info({ user: user.tag, servers: client.guilds.cache.size }, 'connected');

  const { applicationId = application.id, guildId } = connection;
  const declarations = commands.map(({ data }) => data);
  await register(client.rest, applicationId, guildId, declarations).then(
    (changed) => log.info(changed ? 'commands registered' : 'commands are up to date'),
    (err) => log.error({ err }, 'the commands could not be registered; the old ones stay'),
  );

  return {
    lost,
    async stop() {
      client.off(Events.InteractionCreate, dispatch.handle);
      await Promise.race([dispatch.idle(), wait(PATIENCE_MS, undefined, { ref: false })]);
      // discord.js announces a reconnection even where it leaves for good.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}
