import { setTimeout as wait } from 'node:timers/promises';
import { ArchiveUnreachable, UserError } from '../../../errors.ts';
import type { Cluster } from '../cluster.ts';
import { entryTo } from '../versions.ts';

const WITHIN_MS = 120_000;
/** A busy cluster takes no more for a while; what is sent twice is there once. */
const PAUSES_MS = [1000, 2000, 5000, 10_000];

type Outcome = { _id: string; status: number; error?: { type: string } };
type BulkAnswer = { items: Record<string, Outcome>[] };

/**
 * Sends operations to an index that is being loaded.
 * @param operations each with its line or lines, as the bulk interface has them
 * @throws UserError if the index is gone; ArchiveUnreachable if the cluster stays too busy; Error, with
 * the id of the first, if any of them is refused
 */
export async function sendLines(
  cluster: Cluster,
  index: string,
  operations: readonly string[],
): Promise<void> {
  let left = operations;
  for (const pause of [...PAUSES_MS, undefined]) {
    try {
      left = await send(cluster, index, left);
      if (left.length === 0) return;
    } catch (error) {
      if (!(error instanceof ArchiveUnreachable) || pause === undefined) throw error;
    }
    if (pause !== undefined) await wait(pause);
  }
  throw new ArchiveUnreachable(new Error('OpenSearch stays too busy to take documents'));
}

/** @returns what must be sent again */
async function send(
  cluster: Cluster,
  index: string,
  operations: readonly string[],
): Promise<string[]> {
  const { items } = await cluster.ask<BulkAnswer>({
    method: 'POST',
    path: `/${entryTo(index)}/_bulk`,
    query: { require_alias: true },
    body: operations.join(''),
    timeoutMs: WITHIN_MS,
  });
  const outcomes = items.flatMap((item) => Object.values(item));
  checkTaken(outcomes.filter((outcome) => outcome.error && !mayPass(outcome)));
  return operations.filter((_, i) => outcomes[i] && mayPass(outcomes[i]));
}

/** A node whose queue is full, or a shard that is moving, takes the same later. */
const mayPass = ({ status }: Outcome): boolean => status === 429 || status === 503;

function checkTaken(refused: readonly Outcome[]): void {
  const [first] = refused;
  if (!first?.error) return;
  const { type } = first.error;
  if (type === 'index_not_found_exception')
    throw new UserError(
      'The index that was being loaded is gone: another load has removed it. Run one load at a time, and then this one again.',
    );
  throw new Error(
    `OpenSearch refused ${refused.length} documents, the first of them ${first._id}: ${type}`,
  );
}
