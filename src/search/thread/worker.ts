import { parentPort, workerData } from 'node:worker_threads';
import type { SearchEngine } from '../engine.ts';
import { openEngine } from '../minisearch.ts';
import { loadNames } from '../names/authority.ts';
import { openShelf } from '../snapshot/open-shelf.ts';
import type { Call, Given, Reply } from './protocol.ts';

const given = workerData as Given;
const { shelf, unsaved } = await openShelf({ ...given, names: loadNames(given.names) });
const engine = openEngine(shelf);
const reply = (message: Reply) => parentPort?.postMessage(message);

parentPort?.on('message', async (call: Call) => {
  const { number, dropAt } = call;
  // Whoever asked has been told so, and no longer waits.
  if (Date.now() >= dropAt) return;
  try {
    reply({ kind: 'answer', number, value: await answer(engine, call) });
  } catch (error) {
    reply({ kind: 'failure', number, error: error as Error });
  }
});
reply({ kind: 'ready', isKept: unsaved === undefined });
// What names sound like, and what looks the same, is worked out before the first question.
shelf.otherNames('');
shelf.alike.groupOf(0);
await unsaved?.write().catch((error) => reply({ kind: 'unsaved', error }));

function answer(asked: SearchEngine, { method, args }: Call): Promise<unknown> {
  switch (method) {
    case 'search':
      return asked.search(...args);
    case 'matching':
      return asked.matching(...args);
    case 'suggest':
      return asked.suggest(...args);
    case 'explain':
      return asked.explain(...args);
    case 'related':
      return asked.related(...args);
  }
}
