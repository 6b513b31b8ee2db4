import { stat } from 'node:fs/promises';
import { backOff } from './back-off.ts';
import { CorpusError, formatProblem, mayPass } from './data/corpus/problem.ts';
import { sidecarPath } from './data/corpus/read-sidecar.ts';
import { textsPath } from './data/texts/page.ts';
import type { Logger } from './log.ts';
import type { Archive } from './search/archive.ts';
import type { ModelEvent } from './search/embeddings/open-model.ts';
import type { TextNews } from './search/minisearch/texts/load-texts.ts';
import type { Given } from './search/minisearch/thread/protocol.ts';
import {
  openThreadedArchive,
  type ThreadedArchive,
} from './search/minisearch/thread/threaded-archive.ts';

/** An archive that changes with its files. */
export type LiveArchive = {
  /** What is loaded now. Whoever asks several things of it holds on to it, so that they agree. */
  readonly archive: Archive;
  /** Stops looking for changes. */
  close(): Promise<void>;
};

/** How often the files are looked at. */
const LOOK_EVERY_MS = 2000;
const LOGGED_PROBLEMS = 10;
/** An archive that can't be opened again is tried with growing pauses, up to this one. */
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Longer than any answer takes. */
const RETIRED_AFTER_MS = 60_000;

/**
 * Loads a corpus and keeps to its files: a changed one takes the old one's place once it is read
 * and indexed. One that can't be read leaves the old one, and the log says why.
 * @throws CorpusError, or UserError for the names, where they can't be read at the start
 */
export async function openLiveArchive(
  given: Given,
  log: Logger,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<LiveArchive> {
  let loaded = await signatureOf(given.corpus);
  const open = () =>
    openThreadedArchive(
      given,
      (err) => log.warn({ err }, 'the index can’t be kept: the next start will take longer'),
      undefined,
      (news) => logTexts(news, log),
      (event) => logModel(event, log),
    );
  let current = await open();
  log.info({ documents: current.documents }, 'corpus loaded');
  let isClosed = false;
  let failures = 0;
  let notBefore = 0;
  /** Whether the last change couldn't be read for a reason that may have passed by now. */
  let isUnread = false;
  let seen = loaded;
  const look = async () => {
    const signature = await signatureOf(given.corpus);
    // Only what stands still is read: several files may be about to change.
    const isStill = signature === seen;
    seen = signature;
    const isToRepeat = (current.hasEnded() || isUnread) && Date.now() >= notBefore;
    if (!isStill || (signature === loaded && !isToRepeat)) return;
    loaded = signature;
    try {
      const next = current.hasEnded() ? undefined : await current.reload();
      if (next) {
        const { documents, changed, removed } = next;
        log.info({ documents, changed, removed }, 'changes of the corpus loaded');
        current = next;
      } else {
        const other = await open();
        if (isClosed) return other.close();
        retire(current);
        current = other;
        log.info({ documents: current.documents }, 'changed corpus loaded');
      }
      failures = 0;
      isUnread = false;
    } catch (error) {
      isUnread = mayPass(error);
      notBefore = Date.now() + backOff(failures, lookEveryMs, LONGEST_PAUSE_MS);
      failures += 1;
      logRefusedChange(error, log);
    }
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookEveryMs).unref();
  return {
    get archive() {
      return current.archive;
    },
    async close() {
      isClosed = true;
      clearInterval(timer);
      // What is being read is no longer waited for.
      await current.close();
      await looking;
    },
  };
}

function logModel(event: ModelEvent, log: Logger): void {
  if (event.kind === 'failure') {
    log.warn({ others: event.others }, `${event.message} Search is by words alone meanwhile.`);
  } else if (event.kind === 'unkept') {
    log.warn(
      { err: event.error },
      'the vectors can’t be kept: the next start will ask for them again',
    );
  } else {
    const { documents, refused } = event;
    log.info({ documents, refused }, 'documents can be found by meaning');
  }
}

function logTexts(news: TextNews, log: Logger): void {
  if (news.kind === 'unread') {
    const searched = news.stays ? 'those from before stay' : 'only records are searched';
    logProblems(`The texts were not loaded; ${searched}.`, news.error, log);
  } else if (news.kind === 'unkept') {
    log.warn({ err: news.error }, 'the texts can’t be kept: the next start will read them again');
  } else {
    const { documents, pages } = news;
    log.info({ documents, pages }, 'texts loaded');
  }
}

const logRefusedChange = (error: unknown, log: Logger): void =>
  logProblems('The changed corpus was not loaded; the one before it stays.', error, log);

/** One line for each problem, the first ten. */
function logProblems(event: string, error: unknown, log: Logger): void {
  if (error instanceof CorpusError) {
    log.error({ faults: error.problems.length }, event);
    for (const problem of error.problems.slice(0, LOGGED_PROBLEMS))
      log.error(formatProblem(problem));
  } else log.error({ err: error }, event);
}

/** Whoever began with an archive may finish with it. */
const retire = ({ close }: ThreadedArchive): void => {
  setTimeout(close, RETIRED_AFTER_MS).unref();
};

/** The same as long as neither the corpus files nor what stands beside them are written anew. */
async function signatureOf(paths: readonly string[]): Promise<string> {
  const files = paths.flatMap((path) => [
    path,
    textsPath(path),
    sidecarPath(textsPath(path), 'fixity'),
    sidecarPath(path, 'coverage'),
    sidecarPath(path, 'series'),
    sidecarPath(path, 'fixity'),
  ]);
  const states = await Promise.all(
    files.map(async (file) => {
      const found = await stat(file).catch(() => undefined);
      return found ? `${found.ino}:${found.mtimeMs}:${found.size}` : '';
    }),
  );
  return states.join(' ');
}
