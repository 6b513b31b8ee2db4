import type { Logger } from './log.ts';

/** One deadline for everything that is to be closed. */
const STOP_WITHIN_MS = 9000;

/** Ends the process once, and closes what is open before. */
export type Shutdown = {
  /** What is added last is closed first; what is added while the process ends, at once. */
  add(close: () => Promise<void>): void;
  end(exitCode: number): Promise<void>;
};

/**
 * Ends the process when it is told to by a signal. One that comes again, as of npm and its terminal,
 * changes nothing.
 * @param begin what comes before anything is closed
 */
export function createShutdown(log: Logger, begin: () => Promise<void>): Shutdown {
  const open: (() => Promise<void>)[] = [];
  let ending: Promise<void> | undefined;
  const closeOne = (close: () => Promise<void>) =>
    close().catch((err) => log.error({ err }, 'A part of the bot could not be closed.'));
  const endOnce = async (exitCode: number) => {
    setTimeout(() => process.exit(exitCode), STOP_WITHIN_MS);
    await begin();
    for (let close = open.pop(); close; close = open.pop()) await closeOne(close);
    process.exit(exitCode);
  };
  const end = (exitCode: number) => {
    ending ??= endOnce(exitCode);
    return ending;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
  return {
    add(close) {
      if (ending) void closeOne(close);
      else open.push(close);
    },
    end,
  };
}
