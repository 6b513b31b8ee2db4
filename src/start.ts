import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands } from './commands/index.ts';
import { type Config, readProcessConfig } from './config.ts';
import { startScheduler } from './daily-post/scheduler.ts';
import { createChannels } from './discord/channels.ts';
import { createRest, startBot } from './discord/client.ts';
import { startReconciling } from './documents/reconcile-shares.ts';
import { UserError } from './errors.ts';
import { createLogger, type Logger } from './log.ts';
import { openChosenArchive } from './open-archive.ts';
import { openStore } from './store/sqlite/open-store.ts';
import { watchDatabase } from './store/sqlite/watch-database.ts';
import { startTidying } from './store/tidying.ts';
import { version } from './version.ts';

/** The file beside the database that keeps the search index. */
const SNAPSHOT = 'search-index.snapshot';

/** One deadline for everything that is to be closed. */
const STOP_WITHIN_MS = 9000;

/** Where the parts meet: on Discord with a token or `--bot`, otherwise on a Discord of our own. */
export async function start(flags: readonly string[]): Promise<void> {
  try {
    await run(readProcessConfig(), flags.includes('--bot'));
  } catch (error) {
    const message = error instanceof UserError ? error.message : (error as Error).stack;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}

async function run(config: Config, mustHaveToken: boolean): Promise<void> {
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
  const snapshot = join(dirname(config.database), SNAPSHOT);
  const isNew = !existsSync(config.database);
  // The index is kept beside the database, and only ever made by a bot that had one.
  const isGone = isNew && existsSync(snapshot);
  const live = await openChosenArchive(config, snapshot, log);
  open.push(live.close);
  const store = await openStore(config.database);
  if (isNew) logNewDatabase(config.database, isGone, log);
  open.push(store.close);
  open.push(watchDatabase(config.database, log).stop);
  const tidying = startTidying(store, log);
  open.push(tidying.stop);

  // What only a Discord of our own needs is loaded with it: it takes much memory.
  const own = config.token ? undefined : await import('./open-local-discord.ts');
  const local = await own?.openLocalDiscord(config.port);
  if (local) open.push(local.close);
  const connection = { ...config, token: config.token ?? '', ...local };
  const { timeZone } = config;
  const services = {
    get archive() {
      return live.archive;
    },
    store,
    channels: createChannels(createRest(connection)),
    now: () => new Date(),
    timeZone,
    version,
  };
  // What must last is in the database, and every interaction stands alone: one error ends no others.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (err) => log.error({ err }, 'An error that nothing has caught.'));
  }
  const bot = await startBot(connection, commands, services, log);
  open.push(bot.stop);
  const settling = startReconciling(services, log);
  open.push(settling.stop);
  const rounds = startScheduler(services, log);
  open.push(rounds.stop);
  if (own && local) process.stdout.write(own.welcome(local.url));
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
