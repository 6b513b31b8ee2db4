import { Worker } from 'node:worker_threads';

/** A task for a thread, with its number; and what came of it. */
export type Given<Task> = { number: number; task: Task };
export type Done = { number: number; result: unknown } | { number: number; error: Error };

/** After so long without a task, a thread is let go: what it has loaded takes much memory. */
const IDLE_MS = 10_000;

/** What a task may take, and what its thread is given. */
export type TaskLimits = {
  /** In milliseconds; without an end if left out. */
  time?: number;
  /** Of what its thread makes, in megabytes; as much as Node gives if left out. */
  memory?: number;
  /** After so many milliseconds without a task the thread is let go. */
  idle?: number;
  /** What its module finds as `workerData`. */
  given?: unknown;
};

/** Why a task was given up: its thread was ended with it. */
export class TaskOverLimit extends Error {
  override name = 'TaskOverLimit';
  readonly limit: 'time' | 'memory';

  constructor(limit: 'time' | 'memory') {
    super(`a task took more ${limit} than it may`);
    this.limit = limit;
  }
}

type Waiting = { resolve(result: unknown): void; reject(error: Error): void };
type Thread = {
  worker: Worker;
  waiting: Map<number, Waiting>;
  idle?: NodeJS.Timeout;
  /** Ends it, and what waits for it. */
  end(error: Error): void;
};

/**
 * A thread for tasks of one kind, which is started when it is first needed and let go when it has
 * been idle for a while.
 * @param file of a module that calls `serveTasks`
 * @returns does a task there; rejects with what the task throws, with `TaskOverLimit`, or with what
 *   ended the thread
 */
export function createIdleThread<Task, Result>(
  file: URL,
  { time, memory, idle: idleMs = IDLE_MS, given }: TaskLimits = {},
): (task: Task) => Promise<Result> {
  let current: Thread | undefined;
  let asked = 0;

  function open(): Thread {
    const waiting = new Map<number, Waiting>();
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: memory },
      workerData: given,
    });
    const leave = () => {
      if (current === thread) current = undefined;
      clearTimeout(thread.idle);
      worker.terminate();
    };
    const end = (error: Error) => {
      leave();
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    const thread: Thread = { worker, waiting, end };
    worker.on('message', (done: Done) => {
      const one = waiting.get(done.number);
      waiting.delete(done.number);
      if ('error' in done) one?.reject(done.error);
      else one?.resolve(done.result);
      if (waiting.size > 0) return;
      // A process with nothing else to do may end.
      worker.unref();
      thread.idle = setTimeout(leave, idleMs).unref();
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TaskOverLimit('memory') : error),
    );
    worker.on('exit', (code) => end(new Error(`a thread ended (${code})`)));
    return thread;
  }

  return (task) => {
    current ??= open();
    const thread = current;
    const { worker, waiting, idle } = thread;
    clearTimeout(idle);
    worker.ref();
    asked += 1;
    const number = asked;
    return new Promise<Result>((resolve, reject) => {
      const timer = time && setTimeout(() => thread.end(new TaskOverLimit('time')), time);
      const done = () => clearTimeout(timer);
      waiting.set(number, {
        resolve: (result) => {
          done();
          resolve(result as Result);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      worker.postMessage({ number, task } satisfies Given<Task>);
    });
  };
}
