import { createIdleThread, type TaskLimits, TaskOverLimit } from '../../../threads/idle-thread.ts';
import { openTemporaryFolder } from '../temporary-folder.ts';
import type { Upload, UploadContents } from './read-upload.ts';

/** What a file may take to be read; one of 25 MB with 20,000 records takes a few seconds. */
const LIMITS = { time: 30_000, memory: 512 };
/** How many files may wait for the one that is being read. */
const MOST_WAITING = 5;

/** Reads a file that somebody has sent. What is wrong with the file is said, and not thrown. */
export type UploadReader = (file: Omit<Upload, 'folder'>) => Promise<UploadContents>;

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

  async function readOne(file: Omit<Upload, 'folder'>): Promise<UploadContents> {
    await using folder = await openTemporaryFolder('reading-room-upload-');
    try {
      return await read({ ...file, folder: folder.path });
    } catch (error) {
      if (!(error instanceof TaskOverLimit)) throw error;
      return { problem: `takes more ${error.limit} to read than any list of documents should` };
    }
  }

  return async (file) => {
    if (waiting > MOST_WAITING) return { problem: 'has to wait: others are being read. Try again' };
    waiting += 1;
    const reading = last.then(() => readOne(file));
    last = reading.catch(() => {});
    try {
      return await reading;
    } finally {
      waiting -= 1;
    }
  };
}
