import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { UserError } from '../../../errors.ts';
import { putTo } from '../../forward.ts';
import { openArchive } from '../create-archive.ts';
import { loadNames } from '../names/authority.ts';
import { openShelf } from '../snapshot/open-shelf.ts';
import type { Call, FromThread, Given } from './protocol.ts';

const tell = (message: FromThread) => parentPort?.postMessage(message);
await serve(workerData as Given).catch((error) => {
  if (!(error instanceof UserError)) throw error;
  const faults = error instanceof CorpusError ? { faults: error.problems } : {};
  tell({ kind: 'unread', ...faults, message: error.message });
});

async function serve({ corpus: paths, names, snapshot }: Given): Promise<void> {
  const opened = await openShelf({ corpus: paths, names: loadNames(names), snapshot });
  const { corpus, shelf, unsaved } = opened;
  const archive = openArchive(corpus, shelf);
  parentPort?.on('message', async ({ number, dropAt, question }: Call) => {
    // Whoever asked has been told so, and no longer waits.
    if (Date.now() >= dropAt) return;
    try {
      tell({ kind: 'answer', number, value: await putTo(archive, question) });
    } catch (error) {
      tell({ kind: 'failure', number, error: error as Error });
    }
  });
  tell({ kind: 'ready', documents: shelf.documents.length, isKept: unsaved === undefined });
  // What names sound like, what looks the same, the order of dates and the years of collections are
  // worked out before the first question.
  shelf.otherNames('');
  shelf.alike.groupOf(0);
  await archive.overlapping({}, { offset: 0, limit: 0 });
  await archive.gaps({});
  await unsaved?.write().catch((error) => tell({ kind: 'unsaved', error }));
}
