import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { readSidecar, sidecarPath } from './read-sidecar.ts';

/** What a corpus file holds, so that a part of it is never taken for the whole. */
export const Fixity = z.strictObject({
  /** How many lines it has: documents, or pages in a file of texts. */
  documents: z.int().nonnegative(),
  /** Of the file's bytes, as `sha256sum` prints it. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 figures of 0-9 and a-f'),
});
export type Fixity = z.infer<typeof Fixity>;

/**
 * What may stand in the corpus: what was written last, and what stood there before, which still does
 * where an import is killed between the two files.
 */
const FixityFile = z.array(Fixity);

/** Where an import writes it: beside the corpus. */
export const fixityPath = (corpus: string): string => sidecarPath(corpus, 'fixity');

/** Counts and digests what a file holds as it goes by. */
export function createFixity() {
  const hash = createHash('sha256');
  let documents = 0;
  return {
    see(content: string | Uint8Array, lines: number) {
      hash.update(content);
      documents += lines;
    },
    /** To be asked for once, at the end. */
    seen: (): Fixity => ({ documents, sha256: hash.digest('hex') }),
  };
}

/** Counts and digests what goes by. */
export type FixityBuilder = ReturnType<typeof createFixity>;

/** The file's text for what is written now. */
export const formatFixity = (now: Fixity, before: Fixity | null): string =>
  `${JSON.stringify(before && before.sha256 !== now.sha256 ? [now, before] : [now])}\n`;

/**
 * What is wrong with a corpus that isn't what was written; one that nothing was written of is right.
 * @param counted what its lines are
 */
export async function fixityProblems(
  corpus: string,
  found: Fixity,
  counted: 'documents' | 'pages' = 'documents',
): Promise<Problem[]> {
  const file = fixityPath(corpus);
  const { read, problems } = await readSidecar(file, FixityFile);
  const [written] = read;
  if (!written || read.some(({ sha256 }) => sha256 === found.sha256)) return problems;
  const what =
    written.documents === found.documents
      ? 'has been changed since it was written'
      : `holds ${found.documents} ${counted}, but ${written.documents} were written`;
  const reason = `${what}: restore it or import it anew; if you changed it yourself, delete ${file}`;
  return [{ file: corpus, line: null, reason }];
}

/** The digest of several files together. */
export const digestOf = (files: readonly (Fixity | null)[]): string =>
  createHash('sha256')
    .update(files.map((file) => file?.sha256).join(' '))
    .digest('hex');
