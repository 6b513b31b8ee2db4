import { setTimeout as wait } from 'node:timers/promises';
import { ArchiveUnreachable } from '../../../errors.ts';
import type { Cluster } from '../cluster.ts';

/** A busy cluster takes no more for a while; what is sent twice is there once. */
const WITHIN_MS = 120_000;
const PAUSES_MS = [1000, 2000, 5000, 10_000];

type BulkAnswer = { errors: boolean; items: Record<string, { error?: { type: string } }>[] };

/**
 * Sends lines as the bulk interface has them.
 * @throws Error if any of them is refused
 */
export async function sendLines(cluster: Cluster, index: string, lines: string): Promise<void> {
  const answer = await send(cluster, index, lines, PAUSES_MS);
  if (!answer.errors) return;
  const failures = answer.items.flatMap((item) =>
    Object.values(item).flatMap(({ error }) => error?.type ?? []),
  );
  throw new Error(`OpenSearch refused ${failures.length} documents: ${failures[0]}`);
}

async function send(
  cluster: Cluster,
  index: string,
  lines: string,
  [pause, ...pauses]: readonly number[],
): Promise<BulkAnswer> {
  try {
    return await cluster.ask<BulkAnswer>({
      method: 'POST',
      path: `/${index}/_bulk`,
      body: lines,
      timeoutMs: WITHIN_MS,
    });
  } catch (error) {
    if (!(error instanceof ArchiveUnreachable) || pause === undefined) throw error;
    await wait(pause);
    return send(cluster, index, lines, pauses);
  }
}
