import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Found } from '../../../src/data/import/format.ts';
import type { SourceRecord } from '../../../src/data/import/source-record.ts';
import type { Followed } from '../../../src/sources/kinds/kind.ts';
import { AnySource } from '../../../src/sources/kinds/kinds.ts';
import { LIMITS, type Limits } from '../../../src/sources/requests/limits.ts';
import { openRequests } from '../../../src/sources/requests/open-requests.ts';
import { SourceFailure } from '../../../src/sources/source-failure.ts';

/** What came of following a source once, with all that it gave. */
export type Outcome = Followed<unknown> & {
  records: readonly SourceRecord[];
  /** Keys of what the source says is gone. */
  deleted: readonly string[];
  notes: readonly string[];
  collection: string | null;
  others: readonly Found[];
};

/** Limits with which a test needn't wait. */
const QUICK = { ...LIMITS, pauseMs: 1, idleMs: 1500, answerBytes: 1024 * 1024 };

/**
 * Follows a source once by what a settings file would say of it.
 * @param watermark what came of the last time; left out for the first
 */
export async function followOnce(
  settings: Readonly<Record<string, unknown>>,
  watermark: unknown = null,
  environment: Readonly<Record<string, string>> = {},
  limits: Partial<Limits> = {},
): Promise<Outcome> {
  const source = AnySource.parse({ name: 'ours', ...settings });
  const found: Found[] = [];
  let collection: string | null = null;
  const followed = await source.follow({
    watermark,
    requests: openRequests(source.addresses, 'tests', { ...QUICK, ...limits }),
    folder: await mkdtemp(join(tmpdir(), 'follow-')),
    base: '.',
    leftOut: new Set(),
    acceptsLoss: false,
    secret(variable) {
      const value = environment[variable];
      if (value === undefined) throw new SourceFailure(`${variable} isn’t set.`);
      return value;
    },
    async take(part) {
      collection = part.collection;
      for await (const one of part.found) found.push(one);
    },
  });
  return {
    ...followed,
    records: found.flatMap((one) => (one.kind === 'record' ? [one.record] : [])),
    deleted: found.flatMap((one) => (one.kind === 'deleted' && one.key ? [one.key] : [])),
    notes: found.flatMap((one) => (one.kind === 'note' ? [one.text] : [])),
    collection,
    others: found.filter(({ kind }) => !['record', 'deleted', 'note'].includes(kind)),
  };
}
