import { z } from 'zod';
import { Coverage } from './coverage.ts';
import type { Problem } from './problem.ts';
import { readSidecar, sidecarPath } from './read-sidecar.ts';

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
export const coveragePath = (corpus: string): string => sidecarPath(corpus, 'coverage');

/** The coverage that stands beside a corpus; none if there is no such file. */
export async function readCoverage(
  corpus: string,
): Promise<{ coverage: Coverage[]; problems: Problem[] }> {
  const { read, problems } = await readSidecar(coveragePath(corpus), CoverageFile);
  return { coverage: read, problems };
}
