import { stat } from 'node:fs/promises';
import type { Corpus } from './data/corpus.ts';
import { CorpusError, printFault } from './data/fault.ts';
import { besidePath } from './data/read-beside.ts';
import type { Logger } from './log.ts';
import type { SearchEngine } from './search/engine.ts';
import { loadNames } from './search/names/authority.ts';
import { loadCorpusAgain } from './search/snapshot/load-corpus-again.ts';
import type { Given } from './search/thread/protocol.ts';
import { openThreadedEngine, type ThreadedEngine } from './search/thread/threaded-engine.ts';

/** What is loaded now; both change together. */
export type Archive = {
  readonly corpus: Corpus;
  readonly engine: SearchEngine;
  /** Stops looking for changes. */
  close(): Promise<void>;
};

/** How often the files are looked at. */
const LOOK_EVERY_MS = 2000;
const LOGGED_FAULTS = 10;
/** An engine that can't be opened again is tried with growing pauses, up to this one. */
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Longer than any answer takes. */
const RETIRED_AFTER_MS = 60_000;

/**
 * Loads a corpus and keeps to its files: a changed one takes the old one's place once it is read
 * and indexed. One that can't be read leaves the old one, and the log says why.
 * @throws CorpusError, or UserError for the names, where they can't be read at the start
 */
export async function openArchive(
  given: Given,
  log: Logger,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<Archive> {
  loadNames(given.names);
  let loaded = await signatureOf(given.corpus);
  let current = await load(given, log);
  let isClosed = false;
  let pauseMs = lookEveryMs;
  let notBefore = 0;
  let seen = loaded;
  const look = async () => {
    const signature = await signatureOf(given.corpus);
    // Only what stands still is read: several files may be about to change.
    const isStill = signature === seen;
    seen = signature;
    const isToReopen = current.engine.hasEnded() && Date.now() >= notBefore;
    if (!isStill || (signature === loaded && !isToReopen)) return;
    loaded = signature;
    try {
      const next = await load(given, log);
      if (isClosed) return next.engine.close();
      retire(current.engine);
      current = next;
      pauseMs = lookEveryMs;
      log.info({ documents: current.corpus.documents.length }, 'changed corpus loaded');
    } catch (error) {
      notBefore = Date.now() + pauseMs;
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      logRefusedChange(error, log);
    }
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookEveryMs).unref();
  return {
    get corpus() {
      return current.corpus;
    },
    get engine() {
      return current.engine;
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      await looking;
      await current.engine.close();
    },
  };
}

/** One line a fault, the first ten. */
function logRefusedChange(error: unknown, log: Logger): void {
  const event = 'The changed corpus was not loaded; the one before it stays.';
  if (error instanceof CorpusError) {
    log.error({ faults: error.faults.length }, event);
    for (const fault of error.faults.slice(0, LOGGED_FAULTS)) log.error(printFault(fault));
  } else log.error({ err: error }, event);
}

/** Whoever began with an engine may finish with it. */
const retire = ({ close }: ThreadedEngine): void => {
  setTimeout(close, RETIRED_AFTER_MS).unref();
};

/** Reads the corpus here for its documents, and in the engine's thread for its index. */
async function load(
  given: Given,
  log: Logger,
): Promise<{ corpus: Corpus; engine: ThreadedEngine }> {
  const opening = openThreadedEngine(given, (err) =>
    log.warn({ err }, 'the index can’t be kept: the next start will take longer'),
  );
  // Whichever fails first is told of.
  opening.catch(() => {});
  try {
    const corpus = await loadCorpusAgain(given.corpus, given.snapshot);
    return { corpus, engine: await opening };
  } catch (error) {
    await opening.then(({ close }) => close()).catch(() => {});
    throw error;
  }
}

/** The same as long as neither the corpus files nor what stands beside them are written anew. */
async function signatureOf(paths: readonly string[]): Promise<string> {
  const files = paths.flatMap((path) => [
    path,
    besidePath(path, 'coverage'),
    besidePath(path, 'series'),
    besidePath(path, 'fixity'),
  ]);
  const states = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => undefined);
      return found ? `${found.ino}:${found.mtimeMs}:${found.size}` : '';
    }),
  );
  return states.join(' ');
}
