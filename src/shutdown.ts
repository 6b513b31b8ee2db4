import type { Logger } from './log.ts';

/** One deadline for everything that is to be closed. */
const STOP_WITHIN_MS = 9000;

/** Ends the process once, and closes what is open before. */
export type Shutdown = {
  /** What is added last is closed first. */
  add(close: () => Promise<void>): void;
  end(exitCode: number): Promise<void>;
};

/**
 * Ends the process when it is told to by a signal.
 * @param begin what comes before anything is closed
 */
export function createShutdown(log: Logger, begin: () => Promise<void>): Shutdown {
  const open: (() => Promise<void>)[] = [];
  const end = async (exitCode: number) => {
    setTimeout(() => process.exit(exitCode), STOP_WITHIN_MS);
    await begin();
    for (const close of open.splice(0).reverse()) {
      await close().catch((err) => log.error({ err }, 'A part of the bot could not be closed.'));
    }
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(0));
  return { add: (close) => open.push(close), end };
}
