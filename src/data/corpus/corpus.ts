import { z } from 'zod';
import { filled } from '../filled.ts';
import { corpusOfTexts, isTextsPath } from '../texts/page.ts';
import { checkLines, type Known, NEW } from './check-lines.ts';
import type { Coverage } from './coverage.ts';
import { readCoverage } from './coverage-file.ts';
import type { Document } from './document.ts';
import { fixityProblems } from './fixity.ts';
import { idOnLine, type Lines, lineAt } from './lines.ts';
import { orderById } from './order-by-id.ts';
import { openPacked, type PackedDocuments } from './packed-documents.ts';
import { CorpusError, type Problem } from './problem.ts';
import { type FileLines, type ReadBefore, readFiles } from './read-files.ts';
import { readSidecar, sidecarPath } from './read-sidecar.ts';
import { Series } from './series.ts';

/** What stands beside documents, and when all was read. */
export type Beside = {
  coverage: readonly Coverage[];
  /** The editions that collections are from, by the collections' names. */
  series: ReadonlyMap<string, Series>;
  readAt: Date;
};

/** A corpus as it is kept: its documents as bytes. */
export type PackedCorpus = Beside & {
  documents: PackedDocuments;
  /** Which document of an earlier corpus each is, by its ordinal; `NEW` for none. */
  earlierOrdinals: Int32Array;
  /** The same for files with the same bytes. */
  digest: string;
  /** Whether the files' lines are as their check leaves them. */
  isCanonical: boolean;
};

/** A corpus with all of its documents at hand. */
export type Corpus = Beside & {
  /** In the order of the files and their lines. */
  documents: readonly Document[];
  byId: ReadonlyMap<string, Document>;
};

/**
 * Reads JSON Lines files, one document a line, and what stands beside each.
 * @param knownOf tells by the digest of the files which lines need no check
 * @param before documents that were read before, whose lines need none either
 * @param mostNew how many other lines there may be
 * @throws TooManyNew if there are more; CorpusError with every problem of every file, or where there is no document at all
 */
export async function readCorpus(
  paths: readonly string[],
  knownOf: (digest: string) => Known | undefined = () => undefined,
  before?: ReadBefore,
  mostNew?: number,
): Promise<PackedCorpus> {
  const texts = paths.filter(isTextsPath);
  if (texts.length > 0) throw new CorpusError(texts.map(namedForCorpus));
  const read = await readFiles(paths, before);
  const { digest, fixities } = read;
  const {
    lines,
    earlierOrdinals,
    isCanonical,
    problems: ofLines,
  } = checkLines(read, before?.known ?? knownOf(digest), mostNew);
  const { positions, repeated } = orderById(lines, earlierOrdinals);
  const repetitions = repeated.map((one) => repetition(read, one, lines));
  const problems = inOrder([...ofLines, ...repetitions, ...read.problems], paths);
  for (const [at, fixity] of fixities.entries()) {
    if (fixity) problems.push(...(await fixityProblems(paths[at] ?? '', fixity)));
  }
  const besides = await Promise.all(paths.map(readCoverage));
  const series = await Promise.all(
    paths.map((path) => readSidecar(sidecarPath(path, 'series'), z.array(Series))),
  );
  problems.push(...[...besides, ...series].flatMap((beside) => beside.problems));
  if (problems.length === 0 && lines.length === 0) {
    const file = paths.join(', ') || 'no file';
    problems.push({ file, line: null, reason: 'holds no documents; import some, or name another' });
  }
  if (problems.length > 0) throw new CorpusError(problems);
  return {
    documents: openPacked(lines, positions),
    earlierOrdinals: filled(
      new Int32Array(lines.length),
      (ordinal) => earlierOrdinals[positions[ordinal] ?? 0] ?? NEW,
    ),
    digest,
    isCanonical,
    coverage: besides.flatMap(({ coverage }) => coverage),
    series: new Map(series.flatMap(({ read }) => read).map((one) => [one.collection, one])),
    readAt: new Date(),
  };
}

/** Reads a corpus with all of its documents, for whoever looks at each. */
export async function loadCorpus(paths: readonly string[]): Promise<Corpus> {
  const { documents: packed, coverage, series, readAt } = await readCorpus(paths);
  const documents: Document[] = [];
  for (const [ordinal, position] of packed.positions.entries()) {
    documents[position] = packed.at(ordinal);
  }
  const byId = new Map(documents.map((document) => [document.id, document]));
  return { documents, byId, coverage, series, readAt };
}

const namedForCorpus = (file: string): Problem => ({
  file,
  line: null,
  reason: `holds the texts of documents; name the corpus that they belong to, ${corpusOfTexts(file)}`,
});

function repetition(
  { files, file, number }: FileLines,
  { first, again }: { first: number; again: number },
  lines: Lines,
): Problem {
  const fileOf = (at: number) => files[file[at] ?? 0] ?? '';
  const id = idOnLine(lineAt(lines, again));
  const reason = `"${id}" is already at ${fileOf(first)}:${number[first]}`;
  return { file: fileOf(again), line: number[again] ?? null, field: 'id', reason };
}

/** By file and line; what is about a file as a whole comes after its lines. */
const inOrder = (problems: readonly Problem[], files: readonly string[]): Problem[] =>
  problems.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER),
  );
