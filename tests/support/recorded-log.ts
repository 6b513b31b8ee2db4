import { createLogger, type Logger } from '../../src/log.ts';

/** Written to the log: its fields, and `raw`, the line as it stands there. */
// biome-ignore lint/suspicious/noExplicitAny: lines of every form, looked into by tests
type Line = Record<string, any> & { level: number; msg: string; raw: string };

export const ERROR = 50;

/** A log of its own, with what was written to it so far. */
export function recordLog(): { log: Logger; lines: Line[]; errors(): Line[] } {
  const lines: Line[] = [];
  const log = createLogger('debug', {
    write: (raw) => lines.push({ ...JSON.parse(raw), raw }),
  });
  return { log, lines, errors: () => lines.filter(({ level }) => level >= ERROR) };
}
