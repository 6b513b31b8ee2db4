import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { type BuildTask, type FromBuilder, runBuild } from './build-task.ts';

/** How often it is told how far it is. */
const TELL_EVERY = 100;

const tell = (message: FromBuilder) => parentPort?.postMessage(message);

try {
  await runBuild(workerData as BuildTask, (documents) => {
    if (documents % TELL_EVERY === 0) tell({ kind: 'done', documents });
  });
} catch (error) {
  const problems = error instanceof CorpusError ? { problems: error.problems } : {};
  tell({ kind: 'failed', ...problems, error: error as Error });
}
