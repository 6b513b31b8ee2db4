import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { explain, fieldFaults } from './check-document.ts';
import { type Fault, unreadable } from './fault.ts';

/**
 * Reads a JSON file that may stand beside a corpus.
 * @returns what it holds; nothing where there is no such file, or with the faults it has
 */
export async function readBeside<T>(
  file: string,
  schema: z.ZodType<T[]>,
): Promise<{ read: T[]; faults: Fault[] }> {
  const failed = (...reasons: { reason: string }[]) => ({
    read: [],
    faults: reasons.map((fault) => ({ file, line: null, ...fault })),
  });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return absent ? { read: [], faults: [] } : failed({ reason: unreadable(error) });
  }
  try {
    const checked = schema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')), { error: explain });
    if (checked.success) return { read: checked.data, faults: [] };
    return failed(...fieldFaults(checked.error.issues));
  } catch (error) {
    return failed({ reason: `is not JSON (${(error as Error).message})` });
  }
}

/** Where a file stands that belongs to a corpus: `corpus.coverage.json` beside `corpus.jsonl`. */
export const besidePath = (corpus: string, kind: 'coverage' | 'series' | 'fixity'): string =>
  `${corpus.replace(/\.jsonl$/, '')}.${kind}.json`;
