import { Worker } from 'node:worker_threads';
import type { SearchEngine } from '../engine.ts';
import type { Call, Given, Reply } from './protocol.ts';

/** An engine in a thread of its own, so that nothing it does keeps Discord waiting. */
export type ThreadedEngine = SearchEngine & {
  /** Whether the index is the one kept at an earlier start. */
  isKept: boolean;
  /** Whether its thread has ended: then every question is refused. */
  hasEnded(): boolean;
  close(): Promise<void>;
};

type Waiting = { resolve(value: unknown): void; reject(error: Error): void };

/**
 * Starts a thread that reads the corpus and indexes it.
 * @param warn is told where the index can't be kept for the next start
 * @throws what kept the thread from it
 */
export async function openThreadedEngine(
  given: Given,
  warn: (error: Error) => void,
): Promise<ThreadedEngine> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: given });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  const ready = new Promise<boolean>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') return resolve(reply.isKept);
      if (reply.kind === 'unsaved') return warn(reply.error);
      const one = waiting.get(reply.number);
      waiting.delete(reply.number);
      if (waiting.size === 0) worker.unref();
      if (reply.kind === 'answer') one?.resolve(reply.value);
      else one?.reject(reply.error);
    });
    worker.on('error', (error: Error) => {
      end(error);
      reject(error);
    });
    worker.on('exit', (code) => {
      end(new Error(`the search thread ended (${code})`));
      reject(ended);
    });
  });

  function ask<Method extends Call['method']>(
    method: Method,
    ...args: Parameters<SearchEngine[Method]>
  ): ReturnType<SearchEngine[Method]> {
    const answer = new Promise<unknown>((resolve, reject) => {
      if (ended) return reject(ended);
      asked += 1;
      worker.ref();
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ number: asked, method, args });
    });
    return answer as ReturnType<SearchEngine[Method]>;
  }

  const isKept = await ready;
  // A process with nothing else to do may end; a question is something to do.
  worker.unref();
  return {
    search: (query) => ask('search', query),
    matching: (query) => ask('matching', query),
    suggest: (typed, limit) => ask('suggest', typed, limit),
    explain: (query) => ask('explain', query),
    related: (id, limit) => ask('related', id, limit),
    isKept,
    hasEnded: () => ended !== undefined,
    async close() {
      await worker.terminate();
    },
  };
}
