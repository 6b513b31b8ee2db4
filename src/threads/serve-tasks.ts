import { parentPort } from 'node:worker_threads';
import type { Done, Given } from './idle-thread.ts';

/** Does the tasks that an idle thread is given, in the order in which they end. */
export function serveTasks<Task>(run: (task: Task) => unknown): void {
  const reply = (done: Done) => parentPort?.postMessage(done);
  parentPort?.on('message', async ({ number, task }: Given<Task>) => {
    try {
      reply({ number, result: await run(task) });
    } catch (error) {
      reply({ number, error: error as Error });
    }
  });
}
