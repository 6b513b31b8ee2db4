import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { serializeError } from './serialize-error.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Logger = PinoLogger;

/** How much may wait for a reader of the log that has stopped reading, in bytes. */
const MOST_WAITING = 1024 * 1024;

/** Writes JSON lines to standard error, so that standard output stays free for answers. */
export const createLogger = (level: LogLevel, to: DestinationStream = standardError()): Logger =>
  pino({ level, serializers: { err: serializeError } }, to);

/**
 * Node writes to a pipe as far as the pipe takes it and keeps the rest, so that a reader that has
 * stopped reading stops nothing. What is too much to keep is dropped, and counted.
 */
function standardError(): DestinationStream {
  const { stderr } = process;
  let dropped = 0;
  // A reader that has ended is none of the bot's business.
  if (stderr.listenerCount('error') === 0) stderr.on('error', () => {});
  return {
    write(line) {
      if (stderr.writableLength > MOST_WAITING) {
        dropped += 1;
        return;
      }
      if (dropped > 0)
        stderr.write(`${JSON.stringify({ level: 40, time: Date.now(), dropped })}\n`);
      dropped = 0;
      stderr.write(line);
    },
  };
}
