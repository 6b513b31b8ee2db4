import { parentPort, workerData } from 'node:worker_threads';
import { type ClusterAddress, openCluster } from '../cluster.ts';
import { type Analyst, createAnalyst } from './analyst.ts';
import { type Failure, toFailure } from './failures.ts';
import type { Survey } from './survey.ts';

/** What an analyst in a thread is made of. */
export type Given = { address: ClusterAddress; survey: Survey };

/** A method of an analyst, and what it is called with. */
export type Task = {
  [Method in keyof Analyst]: { method: Method; args: Parameters<Analyst[Method]> };
}[keyof Analyst];

/** A task with its number, and what came of it. */
export type Call = { number: number; task: Task };
export type Done = { number: number } & ({ result: unknown } | { failure: Failure });

const { address, survey } = workerData as Given;
const analyst = createAnalyst(openCluster(address), survey);

parentPort?.on('message', async ({ number, task }: Call) => {
  const reply = (done: Done) => parentPort?.postMessage(done);
  try {
    const run = analyst[task.method] as (...args: unknown[]) => Promise<unknown>;
    reply({ number, result: await run(...task.args) });
  } catch (error) {
    reply({ number, failure: toFailure(error as Error) });
  }
});
