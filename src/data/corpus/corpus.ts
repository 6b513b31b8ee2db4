import { z } from 'zod';
import type { Coverage } from './coverage.ts';
import { readCoverage } from './coverage-file.ts';
import type { Document } from './document.ts';
import { fixityProblems } from './fixity.ts';
import { CorpusError } from './problem.ts';
import { readDocuments } from './read-documents.ts';
import { readSidecar, sidecarPath } from './read-sidecar.ts';
import { readVerified } from './read-verified.ts';
import { Series } from './series.ts';

/** Everything that is loaded. */
export type Corpus = {
  /** In the order of the files and their lines. */
  documents: readonly Document[];
  byId: ReadonlyMap<string, Document>;
  coverage: readonly Coverage[];
  /** The editions that collections are from, by the collections' names. */
  series: ReadonlyMap<string, Series>;
  readAt: Date;
  /** The same for files with the same text. */
  digest: string;
  /** Whether the lines are written as their check leaves them. */
  isCanonical: boolean;
};

/**
 * Reads JSON Lines files, one document a line, and the coverage beside each.
 * @param isKnown whether lines of that digest have been checked before and are as a check leaves them:
 * then they aren't checked again, which takes most of the time
 * @throws CorpusError with every problem of every file, or if there is no document at all
 */
export async function loadCorpus(
  paths: readonly string[],
  isKnown?: (digest: string) => boolean,
): Promise<Corpus> {
  const known = isKnown && (await readVerified(paths, isKnown));
  const { byId, problems, fixities, digest, isCanonical } = known ?? (await readDocuments(paths));
  for (const [at, fixity] of fixities.entries()) {
    if (fixity) problems.push(...(await fixityProblems(paths[at] ?? '', fixity)));
  }
  const besides = await Promise.all(paths.map(readCoverage));
  const series = await Promise.all(
    paths.map((path) => readSidecar(sidecarPath(path, 'series'), z.array(Series))),
  );
  problems.push(...[...besides, ...series].flatMap((beside) => beside.problems));
  if (problems.length === 0 && byId.size === 0) {
    const file = paths.join(', ') || 'no file';
    problems.push({ file, line: null, reason: 'holds no documents; import some, or name another' });
  }
  if (problems.length > 0) throw new CorpusError(problems);

  const documents = [...byId.values()];
  return {
    documents,
    byId,
    coverage: besides.flatMap(({ coverage }) => coverage),
    series: new Map(series.flatMap(({ read }) => read).map((one) => [one.collection, one])),
    readAt: new Date(),
    digest,
    isCanonical,
  };
}
