import { type Logger as PinoLogger, pino } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type Logger = PinoLogger;

/** Writes JSON lines to standard error, so that standard output stays free for answers. */
export const createLogger = (level: LogLevel): Logger =>
  pino({ level }, pino.destination({ dest: 2, sync: true }));
