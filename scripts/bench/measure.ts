import { quantile } from '../evaluation/measures.ts';
import type { Peer, PeerDocument, PeerKind } from '../peers/peer.ts';
import { KINDS, type Kind, questionsOf } from './questions.ts';

/** Milliseconds within which half, and nearly all, of the questions are answered. */
export type Times = { p50: number; p99: number };

/** What one engine takes for a corpus; null for what it doesn't do. */
export type Result = {
  engine: string;
  documents: number;
  buildMs: number;
  /** From when it is told of 1,000 changes until they are found. */
  changeMs: number | null;
  loadMs: number | null;
  snapshotBytes: number | null;
  /** Held after building, outside of the heap too; an engine in C keeps its own beside this. */
  heapBytes: number;
  queries: Record<Kind, Times | null>;
};

const QUESTIONS = 200;
const HITS = 10;

/** Measures an engine in this process, which must be able to collect its garbage (`--expose-gc`). */
export async function measure(
  kind: PeerKind,
  documents: readonly Required<PeerDocument>[],
): Promise<Result> {
  kind.prepare?.(documents);
  const before = memoryInUse();
  const [peer, buildMs] = await timed(() => kind.build(documents));
  const heapBytes = memoryInUse() - before;
  const queries = {} as Result['queries'];
  for (const one of KINDS) queries[one] = await ask(peer, one, documents);
  const snapshot = peer.snapshot?.();
  const loadMs =
    snapshot && kind.load ? (await timed(() => kind.load?.(snapshot, documents)))[1] : null;
  const snapshotBytes = snapshot === undefined ? null : Buffer.byteLength(snapshot);
  const changeMs = (await kind.change?.(documents)) ?? null;
  const { length } = documents;
  return {
    engine: kind.name,
    documents: length,
    buildMs,
    changeMs,
    loadMs,
    snapshotBytes,
    heapBytes,
    queries,
  };
}

async function ask(peer: Peer, kind: Kind, documents: readonly Required<PeerDocument>[]) {
  const times: number[] = [];
  for (const question of questionsOf(kind, documents, QUESTIONS)) {
    const [found, ms] = await timed(() => peer.search(question, HITS));
    if (found === null) return null;
    times.push(ms);
  }
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

async function timed<Value>(work: () => Promise<Value> | Value): Promise<[Value, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

function memoryInUse(): number {
  // What arrays hold outside of the heap is given back by the next collection.
  for (let i = 0; i < 3; i += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
