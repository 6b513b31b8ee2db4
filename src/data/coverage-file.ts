import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { explain, fieldFaults } from './check-document.ts';
import { Coverage } from './coverage.ts';
import { type Fault, unreadable } from './fault.ts';

const CoverageFile = z.array(
  Coverage.refine(({ held, listed }) => held <= listed, {
    path: ['held'],
    error: 'must not be more than listed',
  }).refine(({ missing, listed }) => missing.every(([from, to]) => from <= to && to <= listed), {
    path: ['missing'],
    error: 'must be intervals within 1 to listed',
  }),
);

/** Where the coverage of a corpus stands: beside it. */
export const coveragePath = (corpus: string): string =>
  `${corpus.replace(/\.jsonl$/, '')}.coverage.json`;

/** The coverage that stands beside a corpus; none where there is no such file. */
export async function readCoverage(
  corpus: string,
): Promise<{ coverage: Coverage[]; faults: Fault[] }> {
  const file = coveragePath(corpus);
  const failed = (...reasons: { reason: string }[]) => ({
    coverage: [],
    faults: reasons.map((fault) => ({ file, line: null, ...fault })),
  });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return absent ? { coverage: [], faults: [] } : failed({ reason: unreadable(error) });
  }
  try {
    const read = CoverageFile.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')), {
      error: explain,
    });
    if (read.success) return { coverage: read.data, faults: [] };
    return failed(...fieldFaults(read.error.issues));
  } catch (error) {
    return failed({ reason: `is not JSON (${(error as Error).message})` });
  }
}
