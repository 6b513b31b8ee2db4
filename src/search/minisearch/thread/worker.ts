import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { UserError } from '../../../errors.ts';
import type { Archive } from '../../archive.ts';
import { putTo } from '../../forward.ts';
import { openArchive } from '../create-archive.ts';
import { loadNames } from '../names/authority.ts';
import { createSpellings } from '../names/spellings.ts';
import { openIndex } from '../search-index.ts';
import { type Opened, openFiles, reopenFiles } from '../snapshot/open-files.ts';
import type { Call, Edition, FromThread, Given, Reloaded, Unread } from './protocol.ts';

/** Whoever began with an edition may finish with it. Longer than any answer takes. */
const RETIRED_AFTER_MS = 60_000;

const tell = (message: FromThread) => parentPort?.postMessage(message);
await serve(workerData as Given).catch((error) => tell(unread(error)));

async function serve(given: Given): Promise<void> {
  const names = loadNames(given.names);
  const spellings = createSpellings();
  const editions = new Map<Edition, Archive>();
  const { unsaved, ...started } = await openFiles(given);
  let current: Opened = started;
  let edition = 0;

  /** Makes what was opened the current edition. */
  async function publish(opened: Opened): Promise<void> {
    const index = openIndex(opened.corpus.records, opened.data, names, spellings);
    const archive = openArchive(index, opened.corpus);
    current = opened;
    editions.set(edition, archive);
    // What names sound like, the order of dates and the years of collections are worked out before
    // the first question.
    index.otherNames('');
    await archive.overlapping({}, { offset: 0, limit: 0 });
    await archive.gaps({});
  }

  async function reload(): Promise<Reloaded> {
    const reopened = await reopenFiles(given, current).catch(unread);
    if (!reopened) return { kind: 'too much' };
    if ('kind' in reopened) return reopened;
    const { changed, removed, corpus } = reopened;
    const before = edition;
    edition += 1;
    await publish(reopened);
    setTimeout(() => editions.delete(before), RETIRED_AFTER_MS).unref();
    return { kind: 'reloaded', edition, documents: corpus.records.length, changed, removed };
  }

  function answer(call: Call): Promise<unknown> {
    if (call.kind === 'reload') return reload();
    const archive = editions.get(call.edition);
    if (!archive) throw new Error(`edition ${call.edition} of the archive is no longer held`);
    return putTo(archive, call.question);
  }

  parentPort?.on('message', async (call: Call) => {
    // Whoever asked has been told so, and no longer waits.
    if (call.kind === 'question' && Date.now() >= call.dropAt) return;
    const { number } = call;
    try {
      tell({ kind: 'answer', number, value: await answer(call) });
    } catch (error) {
      tell({ kind: 'failure', number, error: error as Error });
    }
  });
  await publish(current);
  tell({ kind: 'ready', documents: current.corpus.records.length, isKept: unsaved === undefined });
  await unsaved?.write().catch((error) => tell({ kind: 'unsaved', error }));
}

/** What a person can mend; whatever else went wrong is thrown again. */
function unread(error: unknown): Unread {
  if (!(error instanceof UserError)) throw error;
  const problems = error instanceof CorpusError ? { problems: error.problems } : {};
  return { kind: 'unread', ...problems, message: error.message };
}
