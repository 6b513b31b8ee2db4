import { parentPort, workerData } from 'node:worker_threads';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { UserError } from '../../../errors.ts';
import type { Archive } from '../../archive.ts';
import type { Model } from '../../embeddings/open-model.ts';
import { putTo } from '../../forward.ts';
import { loadNames } from '../../names/authority.ts';
import { createSpellings } from '../../names/spellings.ts';
import { isCommonWord } from '../../text/common-words.ts';
import { openArchive } from '../create-archive.ts';
import { openIndex } from '../search-index.ts';
import { type Opened, openFiles, reopenFiles } from '../snapshot/open-files.ts';
import { createTextLoader, type TextNews } from '../texts/load-texts.ts';
import type {
  Call,
  FromThread,
  Given,
  Reloaded,
  TextNewsPosted,
  Unread,
  Version,
} from './protocol.ts';

/** Whoever began with the version before may finish with it. Longer than any answer takes. */
const RETIRED_AFTER_MS = 60_000;

const tell = (message: FromThread) => parentPort?.postMessage(message);
await serve(workerData as Given).catch((error) => tell(unread(error)));

async function serve(given: Given): Promise<void> {
  const names = loadNames(given.names);
  const spellings = createSpellings();
  const warn = (error: Error) => tell({ kind: 'unsaved', error });
  const { unsaved, ...started } = await openFiles(given, warn);
  const texts = createTextLoader(given, spellings, (news) =>
    tell({ kind: 'texts', news: toPost(news) }),
  );
  const model = await openGivenModel(given);
  const archives = new Map<Version, Archive>();
  let current: Opened = started;
  let version = 0;

  /** @param earlierOrdinals of each document that in the version before, if there is one */
  function open({ corpus, data }: Opened, earlierOrdinals?: Int32Array) {
    const index = openIndex(corpus.documents, data, names, spellings);
    const meaning = model?.of(corpus.documents, earlierOrdinals);
    const archive = openArchive(index, corpus, meaning);
    /** Works out the order of dates and the years of collections, which is else done when asked for. */
    const prepareDates = async () => {
      await archive.overlapping({}, { offset: 0, limit: 0 });
      await archive.gaps({});
    };
    const prepareNames = () => {
      index.otherNames('');
      // A question to a model is also read for names, by the words that are none.
      if (model) isCommonWord('');
    };
    return { index, archive, prepareNames, prepareDates };
  }

  async function reload(): Promise<Reloaded> {
    const reopened = await reopenFiles(given, current).catch(unread);
    if (!reopened) return { kind: 'too much' };
    if ('kind' in reopened) return reopened;
    const { index, archive, prepareNames, prepareDates } = open(
      reopened,
      reopened.corpus.earlierOrdinals,
    );
    await texts.load(index);
    prepareNames();
    // After whoever waits has been told, so that what is new can be found at once.
    setImmediate(prepareDates);
    const { changed, removed, ...opened } = reopened;
    const before = version;
    current = opened;
    version += 1;
    archives.set(version, archive);
    // The index of each takes as much memory as that of the first.
    for (const other of archives.keys()) if (other < before) archives.delete(other);
    setTimeout(() => archives.delete(before), RETIRED_AFTER_MS).unref();
    const documents = opened.corpus.documents.length;
    return { kind: 'reloaded', version, documents, changed, removed };
  }

  function answer(call: Call): Promise<unknown> {
    if (call.kind === 'reload') return reload();
    const archive = archives.get(call.version);
    if (!archive) throw new Error(`version ${call.version} of the archive is no longer held`);
    return putTo(archive, call.question);
  }

  parentPort?.on('message', async (call: Call) => {
    // Whoever asked has been told so, and no longer waits.
    if (call.kind === 'question' && Date.now() >= call.dropAt) return;
    const { number } = call;
    try {
      tell({ kind: 'answer', number, value: await answer(call) });
    } catch (error) {
      if (error instanceof UserError) tell({ kind: 'refusal', number, message: error.message });
      else tell({ kind: 'failure', number, error: error as Error });
    }
  });
  const { index, archive, prepareNames, prepareDates } = open(current);
  await texts.load(index);
  archives.set(version, archive);
  tell({
    kind: 'ready',
    documents: current.corpus.documents.length,
    isKept: unsaved === undefined,
  });
  // Before the first question, and after whoever waits for the start has been told.
  prepareNames();
  await prepareDates();
  await unsaved?.write().catch(warn);
}

/** What a model needs is loaded only where there is one. */
async function openGivenModel({ model }: Given): Promise<Model | undefined> {
  if (!model) return undefined;
  const { openModel } = await import('../../embeddings/open-model.ts');
  return openModel(model, (event) => tell({ kind: 'model', event }));
}

/** What a person can mend; whatever else went wrong is thrown again. */
function unread(error: unknown): Unread {
  if (!(error instanceof UserError)) throw error;
  const problems = error instanceof CorpusError ? { problems: error.problems } : {};
  return { kind: 'unread', ...problems, message: error.message };
}

/** What came of reading texts, so that it can be told across threads. */
function toPost(news: TextNews): TextNewsPosted {
  if (news.kind !== 'unread') return news;
  const { error } = news;
  const problems = error instanceof CorpusError ? { problems: error.problems } : {};
  return { ...news, ...problems };
}
