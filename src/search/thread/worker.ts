import { parentPort, workerData } from 'node:worker_threads';
import { loadCorpus } from '../../data/corpus.ts';
import type { SearchEngine } from '../engine.ts';
import { createMiniSearchEngine } from '../minisearch.ts';
import { loadNames } from '../names/authority.ts';
import type { Call, Given, Reply } from './protocol.ts';

const { corpus, names } = workerData as Given;
const { documents } = await loadCorpus(corpus);
const engine = createMiniSearchEngine(documents, loadNames(names));
const reply = (message: Reply) => parentPort?.postMessage(message);

parentPort?.on('message', async (call: Call) => {
  const { number } = call;
  try {
    reply({ kind: 'answer', number, value: await answer(engine, call) });
  } catch (error) {
    reply({ kind: 'failure', number, error: error as Error });
  }
});
reply({ kind: 'ready' });

function answer(asked: SearchEngine, { method, args }: Call): Promise<unknown> {
  switch (method) {
    case 'search':
      return asked.search(...args);
    case 'suggest':
      return asked.suggest(...args);
    case 'explain':
      return asked.explain(...args);
    case 'related':
      return asked.related(...args);
  }
}
