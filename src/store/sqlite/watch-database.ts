import { statSync } from 'node:fs';
import type { Logger } from '../../log.ts';

const LOOK_EVERY_MS = 10_000;

/**
 * Looks whether the database is still the file that was opened. SQLite goes on writing to one that
 * was deleted or replaced, and all of that is lost when the bot stops.
 * @param path of a database that is open
 */
export function watchDatabase(
  path: string,
  log: Logger,
  everyMs = LOOK_EVERY_MS,
): { stop(): Promise<void> } {
  const opened = fileAt(path);
  let isThere = true;
  const timer = setInterval(() => {
    const found = fileAt(path);
    const wasThere = isThere;
    isThere = found === opened;
    if (isThere || !wasThere) return;
    log.error(
      { database: path },
      `The database was ${found === null ? 'deleted' : 'replaced'} while the bot is running: what is saved from now on will be lost. Stop the bot, put the database back (from a backup), and start again.`,
    );
  }, everyMs);
  timer.unref();
  return { stop: async () => clearInterval(timer) };
}

/** What tells a file from one that has taken its place; null if there is none. */
function fileAt(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}
