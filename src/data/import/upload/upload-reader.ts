import { createIdleThread, type TaskLimits, TaskOverLimit } from '../../../threads/idle-thread.ts';
import { readLines } from '../../corpus/read-lines.ts';
import { openTemporaryFolder } from '../temporary-folder.ts';
import type { Upload, UploadContents, UploadedDocument, UploadReport } from './read-upload.ts';
import { uploadedPath } from './uploaded-path.ts';

/** What a file may take to be read; one of 25 MB with 20,000 records takes a few seconds. */
const LIMITS = { time: 30_000, memory: 512 };
/** How many files may wait for the one that is being read. */
const MOST_WAITING = 5;

/** What a file holds, on disk until it is disposed of; or why it isn't read. */
type ReadUpload = AsyncDisposable &
  (
    | { documents(): AsyncIterable<UploadedDocument>; total: number; report: UploadReport }
    | { problem: string }
  );

/** Reads a file that somebody has sent. What is wrong with the file is said, and not thrown. */
export type UploadReader = (file: Omit<Upload, 'folder'>) => Promise<ReadUpload>;

/**
 * Reads files in a thread of its own, one after the other. A file that takes more than it may ends the
 * thread, and nothing else.
 */
export function createUploadReader(limits: TaskLimits = LIMITS): UploadReader {
  const read = createIdleThread<Upload, UploadContents>(
    new URL('./upload-worker.ts', import.meta.url),
    limits,
  );
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  async function readInTurn(upload: Upload): Promise<UploadContents> {
    if (waiting > MOST_WAITING) return { problem: 'has to wait for others. Try again in a minute' };
    waiting += 1;
    const reading = last.then(() => read(upload));
    last = reading.catch(() => {});
    try {
      return await reading;
    } catch (error) {
      if (!(error instanceof TaskOverLimit)) throw error;
      return { problem: `takes more ${error.limit} to read than any list of documents should` };
    } finally {
      waiting -= 1;
    }
  }

  return async (file) => {
    await using made = new AsyncDisposableStack();
    const { path: folder } = made.use(await openTemporaryFolder('reading-room-upload-'));
    const contents = await readInTurn({ ...file, folder });
    const documents = async function* (): AsyncGenerator<UploadedDocument> {
      for await (const { text } of readLines(uploadedPath(folder))) yield JSON.parse(text);
    };
    const kept = made.move();
    return { ...contents, documents, [Symbol.asyncDispose]: () => kept.disposeAsync() };
  };
}
