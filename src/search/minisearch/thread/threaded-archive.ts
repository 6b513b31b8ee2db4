import { Worker } from 'node:worker_threads';
import { CorpusError } from '../../../data/corpus/problem.ts';
import { overdue, UserError } from '../../../errors.ts';
import type { Archive } from '../../archive.ts';
import type { ModelEvent } from '../../embeddings/open-model.ts';
import { forwardTo } from '../../forward.ts';
import type { TextNews } from '../texts/load-texts.ts';
import type {
  Call,
  FromThread,
  Given,
  Reloaded,
  TextNewsPosted,
  Unread,
  Version,
} from './protocol.ts';

/** An archive in a thread of its own, so that nothing it does keeps Discord waiting. */
export type ThreadedArchive = {
  archive: Archive;
  /** How many it holds. */
  documents: number;
  /** Whether the index is the one kept at an earlier start. */
  isKept: boolean;
  /** Whether its thread has ended: then every question is refused. */
  hasEnded(): boolean;
  /**
   * Reads a corpus that has changed. Whoever holds the archive from before may go on asking it for a
   * minute.
   * @returns undefined where so much is new that another thread had better read it
   * @throws CorpusError where it can't be read: then this one stays
   */
  reload(): Promise<ChangedArchive | undefined>;
  close(): Promise<void>;
};

/** The same archive after a change: how many documents are new or say something else, or are gone. */
type ChangedArchive = ThreadedArchive & { changed: number; removed: number };

/** How long a question may wait and be worked on, in milliseconds. */
const PATIENCE_MS = 10_000;

type Waiting = {
  resolve(value: unknown): void;
  reject(error: Error): void;
  /** Drops the question when it is overdue. */
  timer: NodeJS.Timeout | undefined;
};

type Distributed<Message> = Message extends Call ? Omit<Message, 'number'> : never;

/**
 * Starts a thread that reads the corpus and indexes it. A question that isn't answered in time fails
 * with a UserError, and isn't begun once it is overdue.
 * @param warn is told where the index can't be kept for the next start
 * @param patienceMs how long a question may wait and be worked on
 * @param tellTexts is told whenever texts have been read, or couldn't be
 * @param onModel is told of the model, if there is one
 * @throws CorpusError, or UserError for the names, where they can't be read; whatever else kept the
 * thread from starting
 */
export async function openThreadedArchive(
  given: Given,
  warn: (error: Error) => void,
  patienceMs = PATIENCE_MS,
  tellTexts: (news: TextNews) => void = () => {},
  onModel: (event: ModelEvent) => void = () => {},
): Promise<ThreadedArchive> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: given });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;
  const end = (error: Error) => {
    ended ??= error;
    for (const number of waiting.keys()) settle(number)?.reject(ended);
  };
  const settle = (number: number): Waiting | undefined => {
    const one = waiting.get(number);
    clearTimeout(one?.timer);
    waiting.delete(number);
    if (waiting.size === 0) worker.unref();
    return one;
  };
  const ready = new Promise<Pick<ThreadedArchive, 'documents' | 'isKept'>>((resolve, reject) => {
    worker.on('message', (reply: FromThread) => {
      if (reply.kind === 'ready') {
        const { documents, isKept } = reply;
        return resolve({ documents, isKept });
      }
      if (reply.kind === 'unsaved') return warn(reply.error);
      if (reply.kind === 'texts') return tellTexts(toNews(reply.news));
      if (reply.kind === 'model') return onModel(reply.event);
      if (reply.kind === 'unread') return reject(asError(reply));
      const one = settle(reply.number);
      if (reply.kind === 'answer') one?.resolve(reply.value);
      else if (reply.kind === 'refusal') one?.reject(new UserError(reply.message));
      else one?.reject(reply.error);
    });
    worker.on('error', (error: Error) => {
      end(error);
      reject(error);
    });
    worker.on('exit', (code) => {
      end(new Error(`the search thread ended (${code})`));
      reject(ended);
    });
  });

  /** @param withinMs after which the answer is no longer waited for; undefined for any time */
  const ask = (message: Distributed<Call>, withinMs?: number) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended) return reject(ended);
      asked += 1;
      const number = asked;
      const timer =
        withinMs === undefined
          ? undefined
          : setTimeout(() => settle(number)?.reject(overdue()), withinMs);
      worker.ref();
      waiting.set(number, { resolve, reject, timer });
      worker.postMessage({ number, ...message });
    });

  const archiveOf = (version: Version): Archive =>
    forwardTo((question) => {
      const dropAt = Date.now() + patienceMs;
      return ask({ kind: 'question', version, dropAt, question }, patienceMs);
    });

  const opened = await ready;
  // A process with nothing else to do may end; a question is something to do.
  worker.unref();
  const threaded: ThreadedArchive = {
    archive: archiveOf(0),
    ...opened,
    hasEnded: () => ended !== undefined,
    async reload() {
      const reply = (await ask({ kind: 'reload' })) as Reloaded;
      if (reply.kind === 'unread') throw asError(reply);
      if (reply.kind === 'too much') return undefined;
      const { version, documents, changed, removed } = reply;
      return { ...threaded, archive: archiveOf(version), documents, changed, removed };
    },
    async close() {
      await worker.terminate();
    },
  };
  return threaded;
}

const toNews = (news: TextNewsPosted): TextNews =>
  news.kind === 'unread' && news.problems
    ? { kind: 'unread', error: new CorpusError(news.problems), stays: news.stays }
    : news;

const asError = ({ problems, message }: Unread): UserError =>
  problems ? new CorpusError(problems) : new UserError(message);
