import { Worker } from 'node:worker_threads';

/** A task for a thread, with its number; and what came of it. */
export type Given<Task> = { number: number; task: Task };
export type Done = { number: number; result: unknown } | { number: number; error: Error };

/** After so long without a task, a thread is let go: what it has loaded takes much memory. */
const IDLE_MS = 10_000;

type Waiting = { resolve(result: unknown): void; reject(error: Error): void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; idle?: NodeJS.Timeout };

/**
 * A thread for tasks of one kind, which is started when it is first needed and let go when it has
 * been idle for a while.
 * @param file of a module that calls `serveTasks`
 * @returns does a task there; rejects with what the task throws, or with what ended the thread
 */
export function createIdleThread<Task, Result>(file: URL): (task: Task) => Promise<Result> {
  let current: Thread | undefined;
  let asked = 0;

  function open(): Thread {
    const thread: Thread = { worker: new Worker(file), waiting: new Map() };
    const { worker, waiting } = thread;
    const leave = () => {
      if (current === thread) current = undefined;
      clearTimeout(thread.idle);
    };
    const end = (error: Error) => {
      leave();
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    worker.on('message', (done: Done) => {
      const one = waiting.get(done.number);
      waiting.delete(done.number);
      if ('error' in done) one?.reject(done.error);
      else one?.resolve(done.result);
      if (waiting.size > 0) return;
      // A process with nothing else to do may end.
      worker.unref();
      thread.idle = setTimeout(() => {
        leave();
        worker.terminate();
      }, IDLE_MS).unref();
    });
    worker.on('error', end);
    worker.on('exit', (code) => end(new Error(`a thread ended (${code})`)));
    return thread;
  }

  return (task) => {
    current ??= open();
    const { worker, waiting, idle } = current;
    clearTimeout(idle);
    worker.ref();
    asked += 1;
    const number = asked;
    return new Promise((resolve, reject) => {
      waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ number, task } satisfies Given<Task>);
    });
  };
}
