import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { LocalDiscord } from 'local-discord';

/**
 * Starts the bot on a local Discord in a process of its own, with this process's environment and V8
 * flags, and a database that it may keep.
 * @param database path of its file
 */
export function startBotProcess(to: LocalDiscord, database: string): ChildProcess {
  const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');
  return spawn(process.execPath, [...process.execArgv, main, '--bot'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_TOKEN: to.token,
      DISCORD_API_URL: to.apiUrl,
      DATABASE_URL: `file:${database}`,
      LOG_LEVEL: 'error',
    },
  });
}

/** Waits until the bot has registered its commands. */
export async function untilRegistered(on: LocalDiscord): Promise<void> {
  while (on.commands().length === 0) await new Promise((resolve) => setTimeout(resolve, 100));
}
