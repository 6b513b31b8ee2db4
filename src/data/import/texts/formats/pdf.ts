import { createIdleThread, TaskOverLimit } from '../../../../threads/idle-thread.ts';
import { SourceError, type SourceFile } from '../../format.ts';
import { wholeBytes } from '../../whole-bytes.ts';
import type { SourcePage } from '../spooled-text.ts';
import type { PdfContents } from './pdf-pages.ts';
import type { TextFormat } from './text-format.ts';

/** Larger files don't fit into memory while they are read, in bytes. */
const LARGEST = 128 * 1024 * 1024;
/**
 * What a file may take. A book of a thousand pages needs less than half a minute; but a few
 * kilobytes can be made so that they keep a thread busy for hours.
 */
const LIMITS = { time: 120_000, memory: 256 };

type Read = (file: Uint8Array) => Promise<PdfContents>;

/** PDF files that hold their text, page by page; those that hold only pictures of it are refused. */
export const pdf: TextFormat = {
  isText: false,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: pdfReader(LIMITS),
};

/** Reads PDF files in a thread of its own, which ends with a file that takes more than it may. */
export function pdfReader(
  limits: typeof LIMITS,
): (source: SourceFile) => Promise<readonly SourcePage[]> {
  const read: Read = createIdleThread(new URL('./pdf-worker.ts', import.meta.url), limits);
  return async (source) => {
    const bytes = await wholeBytes(source, LARGEST);
    try {
      const contents = await read(bytes);
      if ('pages' in contents) return contents.pages;
      throw new SourceError(contents.problem);
    } catch (error) {
      if (!(error instanceof TaskOverLimit)) throw error;
      throw new SourceError(
        `takes more ${error.limit} to read than any PDF should; print it to a new PDF`,
      );
    }
  };
}
