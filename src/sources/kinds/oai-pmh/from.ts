import type { Repository } from './repository.ts';

const UNITS_MS = { second: 1000, day: 24 * 60 * 60 * 1000 };

/**
 * From when on to ask the next time: one unit of the repository before it answered, so that nothing
 * that changed in the same second or day is missed.
 * @returns null if the repository's own time can't be read; then everything is asked for
 */
export function fromAfter(
  responseDate: string,
  granularity: Repository['granularity'],
): string | null {
  const time = Date.parse(responseDate);
  if (!/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(responseDate) || Number.isNaN(time)) return null;
  const from = new Date(time - UNITS_MS[granularity]).toISOString();
  return granularity === 'day' ? from.slice(0, 10) : `${from.slice(0, 19)}Z`;
}
