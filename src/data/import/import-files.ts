import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Coverage } from '../coverage.ts';
import { coveragePath, readCoverage } from '../coverage-file.ts';
import type { Document } from '../document.ts';
import { unwritable } from '../fault.ts';
import { readDocuments } from '../read-documents.ts';
import { type NewFile, writeWhole } from '../write-whole.ts';
import { findFiles } from './find-files.ts';
import { mergeCoverage } from './merge-coverage.ts';
import { mergeDocuments } from './merge-documents.ts';
import { readSource, type Source } from './read-source.ts';
import type { ImportReport } from './report.ts';

/** What to import, and where to. */
export type ImportRequest = {
  /** Files and folders. */
  paths: readonly string[];
  /** The corpus, which may hold documents already. */
  out: string;
  /** Null where the pages or their files name it. */
  collection: string | null;
};

/**
 * Reads archive pages into a corpus and its coverage. Both are written whole or not at all; nothing
 * is written where nothing was read, or where what is held already can't be.
 */
export async function importFiles({
  paths,
  out,
  collection,
}: ImportRequest): Promise<{ written: boolean; report: ImportReport }> {
  const held = await readHeld(out);
  const { coverage: before } = held;
  if (held.rejects.length > 0) {
    const { rejects } = held;
    return failed({ read: 0, rejected: rejects.length, rejects, coverage: before });
  }

  const ours = [out, coveragePath(out)].map((path) => resolve(path));
  const found = await findFiles(paths);
  const files = found.files.filter((file) => !ours.includes(resolve(file)));
  const sources: Source[] = [];
  for (const file of files) sources.push(await readSource(file, collection));

  const refused = [...found.rejects, ...sources.flatMap((source) => source.refused)];
  const doubts = sources.flatMap((source) => source.doubts);
  const read = sources.flatMap((source) => source.documents);
  const rejects = [...refused, ...doubts];
  const counted = {
    read: read.length + refused.filter(({ line }) => line !== null).length,
    rejected: refused.length,
    rejects,
  };
  if (read.length === 0) return failed({ ...counted, coverage: before });

  const { documents, ...counts } = mergeDocuments(held.documents, read);
  const coverage = mergeCoverage(
    before,
    sources.flatMap((source) => source.pages),
  );
  try {
    await writeWhole(toFiles(out, documents, coverage));
  } catch (error) {
    return failed({
      ...counted,
      rejected: refused.length + read.length,
      rejects: [{ file: out, line: null, reason: unwritable(error) }, ...rejects],
      coverage: before,
    });
  }
  return { written: true, report: { ...counted, ...counts, coverage } };
}

/** What the output holds already; faults where it can't be read. */
async function readHeld(out: string) {
  const [{ placed, faults }, { coverage, faults: more }] = await Promise.all([
    readDocuments(existsSync(out) ? [out] : []),
    readCoverage(out),
  ]);
  const rejects = [...faults, ...more].map(({ file, line, field, reason }) => ({
    file,
    line,
    reason: field ? `${field}: ${reason}` : reason,
  }));
  return { documents: placed.map(({ document }) => document), coverage, rejects };
}

const toFiles = (
  out: string,
  documents: readonly Document[],
  coverage: readonly Coverage[],
): NewFile[] => [
  { path: out, text: documents.map((document) => `${JSON.stringify(document)}\n`).join('') },
  ...(coverage.length > 0
    ? [{ path: coveragePath(out), text: `${JSON.stringify(coverage, null, 2)}\n` }]
    : []),
];

/** Nothing was written, so nothing was added or changed. */
const failed = (
  seen: Pick<ImportReport, 'read' | 'rejected' | 'rejects' | 'coverage'>,
): { written: false; report: ImportReport } => ({
  written: false,
  report: { ...seen, added: 0, changed: 0, unchanged: 0 },
});
