import { Worker } from 'node:worker_threads';
import { CorpusError, type Problem } from '../../../data/corpus/problem.ts';
import { buildTexts, type Made } from './build-texts.ts';
import { readTexts } from './text-sources.ts';

/** A database to be made, all by paths and digests. */
export type BuildTask = {
  path: string;
  corpus: readonly string[];
  made: Made;
  /** One that was made the same way, from which texts that are the same are taken. */
  earlier: string | undefined;
};

/** What a thread tells that makes one: how many documents are done, then nothing, or why it failed. */
export type FromBuilder =
  | { kind: 'done'; documents: number }
  | { kind: 'failed'; problems?: readonly Problem[]; error: Error };

/** Makes it here. */
export const runBuild = (
  { path, corpus, made, earlier }: BuildTask,
  told?: (documents: number) => void,
): Promise<void> => buildTexts(path, readTexts(corpus), made, earlier, told);

/**
 * Makes it in a thread of its own, so that questions are answered meanwhile.
 * @throws CorpusError where the texts can't be read; whatever else kept it from being made
 */
export function runBuildInThread(
  task: BuildTask,
  told: (documents: number) => void,
): Promise<void> {
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: task });
  let failure: Error | undefined;
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromBuilder) => {
      if (message.kind === 'done') return told(message.documents);
      const { problems, error } = message;
      failure = problems ? new CorpusError(problems) : error;
    });
    worker.on('error', reject);
    worker.on('exit', () => (failure ? reject(failure) : resolve()));
  });
}
