import { setTimeout as wait } from 'node:timers/promises';
import { commands } from './commands/index.ts';
import { type Config, readProcessConfig } from './config.ts';
import { fetchApplication } from './discord/application.ts';
import { createAttachments } from './discord/attachments.ts';
import { createChannels } from './discord/channels.ts';
import { createRest, startBot } from './discord/client.ts';
import { startHttpBot } from './discord/http/start-http-bot.ts';
import { reachDiscord } from './discord/reach-discord.ts';
import { registerCommands } from './discord/register.ts';
import { fetchServerIds } from './discord/server-ids.ts';
import { UserError } from './errors.ts';
import { openHealth } from './health/open-health.ts';
import { startDuties } from './keeper/duties.ts';
import { startKeeper } from './keeper/keeper.ts';
import { startOnlyKeeper } from './keeper/only-keeper.ts';
import { joinAdditions } from './live-additions.ts';
import { createLogger } from './log.ts';
import { changesLoader, openChosenArchive, openChosenMatcher } from './open-archive.ts';
import { followFirst, openSources } from './open-sources.ts';
import { createShutdown } from './shutdown.ts';
import { openStore } from './store/open-store.ts';
import { warnIfEphemeral } from './store/sqlite/ephemeral-disk.ts';
import { fileState, logNewFile } from './store/sqlite/new-file.ts';
import { watchDatabase } from './store/sqlite/watch-database.ts';
import { version } from './version.ts';

/** How long a balancer may take to notice that no more is to be sent here. */
const DRAIN_MS = 2000;

/** What a process is for. */
type Role = {
  /** It may only run on Discord itself. */
  mustHaveToken: boolean;
  /** It answers; a keeper alone doesn't. */
  answers: boolean;
};

/** Where the parts meet: on Discord with a token or a flag, otherwise on a Discord of our own. */
export async function start(flags: readonly string[]): Promise<void> {
  const [isBot, isKeeper] = [flags.includes('--bot'), flags.includes('--keeper')];
  try {
    await run(readProcessConfig(), {
      mustHaveToken: isBot || isKeeper,
      answers: isBot || !isKeeper,
    });
  } catch (error) {
    const message = error instanceof UserError ? error.message : (error as Error).stack;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}

async function run(config: Config, { mustHaveToken, answers }: Role): Promise<void> {
  if (mustHaveToken && !config.token) {
    throw new UserError(
      'DISCORD_TOKEN is missing: put the bot’s token into .env or the environment, or try the bot without one by "npm start".',
    );
  }
  const log = createLogger(config.logLevel);
  const sources = await openSources(config, log);
  const health = await openHealth(config, log);
  const shutdown = createShutdown(log, async () => {
    health.stop();
    if (answers && config.http && config.healthPort) await wait(DRAIN_MS);
  });
  shutdown.add(health.close);
  const file = config.database.kind === 'sqlite' ? config.database.path : undefined;
  const state = file && fileState(file, config.snapshot);
  if (sources && !config.search) await followFirst(sources, config, log);
  const live = await openChosenArchive(config, log);
  shutdown.add(live.close);
  const archive = health.archive(() => live.archive);
  const store = health.store(await openStore(config.database, log));
  shutdown.add(store.close);
  if (file && state) {
    logNewFile(file, state, log);
    warnIfEphemeral({ database: file, hostedBy: config.hostedBy }, log);
    shutdown.add(watchDatabase(file, log).stop);
  }

  // What only a Discord of our own needs is loaded with it: it takes much memory.
  const own = config.token ? undefined : await import('./open-local-discord.ts');
  const local = await own?.openLocalDiscord(config.port);
  if (local) shutdown.add(local.close);
  const connection = { ...config, token: config.token ?? '', ...local };
  const rest = createRest(connection);
  const { timeZone } = config;
  const services = {
    get archive() {
      return archive();
    },
    archiveIn: joinAdditions(archive, store.additions, config.names, log),
    store,
    channels: createChannels(rest),
    attachments: createAttachments(connection),
    now: () => new Date(),
    timeZone,
    version,
    sources,
  };
  // What must last is in the database, and every interaction stands alone: one error ends no others.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err) => log.error({ err }, 'An error that nothing has caught.'));
  }
  const { observe } = health;
  const connectBot = () =>
    config.http
      ? startHttpBot(connection, config.http, commands, services, log, { observe, rest })
      : startBot(connection, commands, services, log, { observe, rest });
  const bot = answers ? await connectBot() : undefined;
  if (!bot) await reachDiscord(() => fetchApplication(rest), connection.apiUrl, log);
  health.discord(bot?.isReady ?? (() => true));
  const register = (signal: AbortSignal) => registerCommands(rest, connection, commands, signal);
  const match = openChosenMatcher(config);
  const toFollow = sources && { sources, loadChanges: changesLoader(config) };
  const servers = () => fetchServerIds(rest);
  const duties = () => startDuties(services, { register, match, servers, toFollow }, log);
  // In a Discord of our own nobody else is there who could be the keeper.
  const keeper = (own ? startOnlyKeeper : startKeeper)(duties, store.leases, log);
  // At once: neither is to begin anything while the other ends.
  shutdown.add(async () => {
    await Promise.all([bot?.stop(), keeper.stop()]);
  });
  await keeper.ready;
  if (own && local) process.stdout.write(own.welcome(local.url));
  if (!bot) return;
  await bot.lost;
  await shutdown.end(1);
}
