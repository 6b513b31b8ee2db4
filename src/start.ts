import { existsSync } from 'node:fs';
import { commands } from './commands/index.ts';
import { type Config, readProcessConfig } from './config.ts';
import { createChannels } from './discord/channels.ts';
import { createRest, startBot } from './discord/client.ts';
import { startHttpBot } from './discord/http/start-http-bot.ts';
import { reachDiscord } from './discord/reach-discord.ts';
import { findApplicationId, registerCommands } from './discord/register.ts';
import { UserError } from './errors.ts';
import { startDuties } from './keeper/duties.ts';
import { startKeeper } from './keeper/keeper.ts';
import { openLiveArchive } from './live-archive.ts';
import { createLogger, type Logger } from './log.ts';
import { openStore } from './store/open-store.ts';
import { watchDatabase } from './store/sqlite/watch-database.ts';
import { version } from './version.ts';

/** One deadline for everything that is to be closed. */
const STOP_WITHIN_MS = 9000;

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
  /** What is open, to be closed in the reverse order. */
  const open: (() => Promise<void>)[] = [];
  const log = createLogger(config.logLevel);
  const stop = async (exitCode: number) => {
    setTimeout(() => process.exit(exitCode), STOP_WITHIN_MS);
    for (const close of open.splice(0).reverse()) {
      await close().catch((err) => log.error({ err }, 'A part of the bot could not be closed.'));
    }
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
  const file = config.database.kind === 'sqlite' ? config.database.path : undefined;
  const isNew = file !== undefined && !existsSync(file);
  // The index is kept beside the database, and only ever made by a bot that had one.
  const isGone = isNew && existsSync(config.snapshot);
  const live = await openLiveArchive(config, log);
  open.push(live.close);
  const store = await openStore(config.database, log);
  if (isNew) logNewDatabase(file, isGone, log);
  open.push(store.close);
  if (file) open.push(watchDatabase(file, log).stop);

  // What only a Discord of our own needs is loaded with it: it takes much memory.
  const own = config.token ? undefined : await import('./open-local-discord.ts');
  const local = await own?.openLocalDiscord(config.port);
  if (local) open.push(local.close);
  const connection = { ...config, token: config.token ?? '', ...local };
  const rest = createRest(connection);
  const { timeZone } = config;
  const services = {
    get archive() {
      return live.archive;
    },
    store,
    channels: createChannels(rest),
    now: () => new Date(),
    timeZone,
    version,
  };
  // What must last is in the database, and every interaction stands alone: one error ends no others.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err) => log.error({ err }, 'An error that nothing has caught.'));
  }
  const begin = () =>
    config.http
      ? startHttpBot(connection, config.http, commands, services, log)
      : startBot(connection, commands, services, log);
  const bot = answers ? await begin() : undefined;
  if (bot) open.push(bot.stop);
  else await reachDiscord(() => findApplicationId(rest), connection.apiUrl, log);
  const registering = () => registerCommands(rest, connection, commands);
  const duties = () => startDuties(services, registering, log);
  if (own && local) {
    // Nobody else is there who could be its keeper.
    const { registered, stop: stopDuties } = duties();
    open.push(stopDuties);
    await registered;
    process.stdout.write(own.welcome(local.url));
  } else {
    const keeper = startKeeper(duties, store.leases, log);
    open.push(keeper.stop);
    await keeper.ready;
  }
  if (!bot) return;
  await bot.lost;
  await stop(1);
}

function logNewDatabase(database: string, isGone: boolean, log: Logger): void {
  if (isGone) {
    log.warn(
      { database },
      'The database that was here is gone, so a new one was made, without lists, shares and settings. If that was not meant, stop the bot and put it back from a backup.',
    );
  } else {
    log.info({ database }, 'There was no database here, so a new one was made.');
  }
}
