import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Cluster, ClusterAddress } from '../cluster.ts';
import { type Analyst, type Counted, createAnalyst } from './analyst.ts';
import type { Call, Done, Given, Task } from './analyst-worker.ts';
import { toError } from './failures.ts';
import type { Survey } from './survey.ts';

/** Several analysts that work as one: whoever is free takes the next part. */
export type Analysts = Analyst & { close(): Promise<void> };

/** Fewer documents are taken apart before a thread would have started. */
const FEWEST_FOR_THREADS = 5000;
/** While one part is on its way to the cluster, the next is taken apart. */
const PARTS_A_THREAD = 2;

/**
 * Opens analysts in threads of their own or, for few documents, one in this thread.
 * @param address of the cluster, for a connection can't be handed to a thread
 */
export function openAnalysts(
  cluster: Cluster,
  address: ClusterAddress,
  survey: Survey,
  documents: number,
): Analysts {
  if (documents < FEWEST_FOR_THREADS) {
    return { ...createAnalyst(cluster, survey), close: async () => {} };
  }
  const given: Given = { address, survey };
  const threads = Array.from({ length: availableParallelism() }, () => openThread(given));
  const free = threads.flatMap((thread) => Array<typeof thread>(PARTS_A_THREAD).fill(thread));
  const waiting: (() => void)[] = [];

  async function run(task: Task): Promise<void> {
    while (free.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const thread = free.shift();
    if (!thread) throw new Error('no thread is free');
    try {
      await thread.run(task);
    } finally {
      free.push(thread);
      waiting.shift()?.();
    }
  }

  return {
    load: (...args) => run({ method: 'load', args }),
    loadWords: (...args) => run({ method: 'loadWords', args }),
    async counted() {
      const task: Task = { method: 'counted', args: [] };
      const counts = await Promise.all(threads.map((thread) => thread.run(task)));
      return (counts as Counted[]).reduce(added);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function openThread(given: Given) {
  const worker = new Worker(new URL('./analyst-worker.ts', import.meta.url), { workerData: given });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('message', (done: Done) => {
    const one = waiting.get(done.number);
    waiting.delete(done.number);
    if ('failure' in done) one?.reject(toError(done.failure));
    else one?.resolve(done.result);
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`a thread ended (${code})`)));
  return {
    run: (task: Task) =>
      new Promise<unknown>((resolve, reject) => {
        if (ended) return reject(ended);
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.postMessage({ number: asked, task } satisfies Call);
      }),
    close: () => worker.terminate(),
  };
}

function added(one: Counted, other: Counted): Counted {
  for (const [kind, counts] of Object.entries(one) as [keyof Counted, Map<string, number>][]) {
    for (const [word, count] of other[kind]) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return one;
}
