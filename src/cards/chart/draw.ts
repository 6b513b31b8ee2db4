import { Worker } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';

/** What is to be drawn, and its number. */
export type Drawing = { number: number; plan: TopLevelSpec };
export type Drawn = { number: number; bytes: Uint8Array } | { number: number; error: Error };

/** After so long without a picture, what draws is let go: it takes much memory. */
const IDLE_MS = 30_000;

type Waiting = { resolve(bytes: Uint8Array): void; reject(error: Error): void };

/** A thread that draws, and who waits for its pictures. */
type Studio = { worker: Worker; waiting: Map<number, Waiting>; idle?: NodeJS.Timeout };

let studio: Studio | undefined;
let asked = 0;

/**
 * Draws a plan as a PNG, in a thread of its own that is started when it is first needed.
 * @throws what kept the thread from it
 */
export function draw(plan: TopLevelSpec): Promise<Uint8Array> {
  studio ??= openStudio();
  const { worker, waiting, idle } = studio;
  clearTimeout(idle);
  worker.ref();
  asked += 1;
  const number = asked;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    worker.postMessage({ number, plan } satisfies Drawing);
  });
}

function openStudio(): Studio {
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url));
  const opened: Studio = { worker, waiting: new Map() };
  const { waiting } = opened;
  const end = (error: Error) => {
    if (studio === opened) studio = undefined;
    clearTimeout(opened.idle);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (drawn: Drawn) => {
    const one = waiting.get(drawn.number);
    waiting.delete(drawn.number);
    if ('error' in drawn) one?.reject(drawn.error);
    else one?.resolve(drawn.bytes);
    if (waiting.size > 0) return;
    // A process with nothing else to do may end.
    worker.unref();
    opened.idle = setTimeout(() => {
      if (studio === opened) studio = undefined;
      worker.terminate();
    }, IDLE_MS).unref();
  });
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the drawing thread ended (${code})`)));
  return opened;
}
