import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { explain, fieldProblems } from './check-document.ts';
import { type Problem, unreadable } from './problem.ts';

/**
 * Reads a JSON file that may stand beside a corpus.
 * @returns what it holds; nothing if there is no such file, or with the problems it has
 */
export async function readSidecar<T>(
  file: string,
  schema: z.ZodType<T[]>,
): Promise<{ read: T[]; problems: Problem[] }> {
  const failed = (...reasons: { reason: string }[]) => ({
    read: [],
    problems: reasons.map((problem) => ({ file, line: null, ...problem })),
  });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return absent ? { read: [], problems: [] } : failed({ reason: unreadable(error) });
  }
  try {
    const checked = schema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')), { error: explain });
    if (checked.success) return { read: checked.data, problems: [] };
    return failed(...fieldProblems(checked.error.issues));
  } catch (error) {
    return failed({ reason: `is not JSON (${(error as Error).message})` });
  }
}

/** Where a file stands that belongs to a corpus: `corpus.coverage.json` beside `corpus.jsonl`. */
export const sidecarPath = (corpus: string, kind: 'coverage' | 'series' | 'fixity'): string =>
  `${corpus.replace(/\.jsonl$/, '')}.${kind}.json`;
