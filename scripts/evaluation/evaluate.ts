import type { PeerKind } from '../peers/peer.ts';
import type { Collection } from './collection.ts';
import { mean, ndcg10, quantile, recall100, reciprocalRank } from './measures.ts';
import { withTypos } from './typos.ts';

/** What was measured: parts of 1, and milliseconds. */
export type Figures = {
  ndcg10: number;
  recall100: number;
  mrr: number;
  queries: number;
  p50ms: number;
};

/** As many hits as recall looks at. */
const LIMIT = 100;

/**
 * Asks an engine all questions of a collection.
 * @param seed chooses a slip for each question; null for none
 */
export async function evaluate(
  kind: PeerKind,
  collection: Collection,
  seed: number | null,
): Promise<Figures> {
  const { documents, questions } = collection;
  const peer = await kind.build(documents);
  const texts = questions.map(({ text }) => text);
  const asked = seed === null ? texts : withTypos(texts, seed);
  const rows = [];
  for (const [index, { judged }] of questions.entries()) {
    const start = performance.now();
    const found = (await peer.search({ text: asked[index] ?? '' }, LIMIT)) ?? [];
    const ms = performance.now() - start;
    rows.push({
      ms,
      ndcg10: ndcg10(found, judged),
      recall100: recall100(found, judged),
      rank: reciprocalRank(found, judged),
    });
  }
  return {
    ndcg10: mean(rows.map((row) => row.ndcg10)),
    recall100: mean(rows.map((row) => row.recall100)),
    mrr: mean(rows.map((row) => row.rank)),
    queries: rows.length,
    p50ms: quantile(
      rows.map((row) => row.ms),
      0.5,
    ),
  };
}

/** The mean of collections: each counts the same, however many queries it has. */
export const meanOf = (all: readonly Figures[]): Figures => ({
  ndcg10: mean(all.map((one) => one.ndcg10)),
  recall100: mean(all.map((one) => one.recall100)),
  mrr: mean(all.map((one) => one.mrr)),
  queries: all.reduce((sum, one) => sum + one.queries, 0),
  p50ms: mean(all.map((one) => one.p50ms)),
});
