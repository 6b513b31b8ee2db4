import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coverage } from '../corpus/coverage.ts';
import { coveragePath } from '../corpus/coverage-file.ts';
import {
  createFixity,
  type Fixity,
  type FixityBuilder,
  fixityPath,
  formatFixity,
} from '../corpus/fixity.ts';
import { unwritable } from '../corpus/problem.ts';
import { writeAtomically } from '../corpus/write-atomically.ts';
import { readExistingCorpus } from './existing-corpus.ts';
import type { ImportRequest } from './import-request.ts';
import { mergeCoverage } from './merge-coverage.ts';
import { mergeDocuments } from './merge-documents.ts';
import { originLines, originsPath } from './origins-file.ts';
import { prune } from './prune.ts';
import { type ImportContext, readSources } from './read-sources.ts';
import { createRejectLog, rejectsPath } from './reject-log.ts';
import type { ImportReport } from './report.ts';
import { openSpool, type Spool, type SpoolRange } from './spool.ts';
import { readLine, type SpooledDocument } from './spooled-document.ts';

/**
 * Reads an archive's files into a corpus, with its coverage and the documents' origins. All are
 * written whole or not at all; nothing is written if nothing was read, or if
 * the existing corpus can't be read.
 */
export async function importFiles(
  request: ImportRequest,
): Promise<{ written: boolean; report: ImportReport }> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-import-'));
  try {
    await using spool = await openSpool(join(folder, 'documents'));
    await using rejectSpool = await openSpool(join(folder, 'rejects'));
    const rejected: SpoolRange[] = [];
    const rejectLog = createRejectLog(async (line) => rejected.push(await rejectSpool.add(line)));
    const outcome = await importInto(request, { folder, spool, rejectLog });
    const { written, files, report } = outcome;
    if (!written) return { written, report };
    const lines = async function* () {
      for (const range of rejected) yield await rejectSpool.read(range);
    };
    try {
      await writeAtomically([
        ...files,
        { path: rejectsPath(request.out), content: rejected.length > 0 ? lines() : null },
      ]);
      return { written, report };
    } catch (error) {
      return { written: false, report: unwritten(report, request.out, unwritable(error)) };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importInto(request: ImportRequest, context: ImportContext) {
  const { out, prunes = false } = request;
  const { spool, rejectLog } = context;
  const existing = await readExistingCorpus(out, spool);
  for (const { file, line, field, reason } of existing.problems) {
    const text = field ? `${field}: ${reason}` : reason;
    await rejectLog.add({ file, line, reason: text, taken: false, raw: '' });
  }
  const nothing = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    pruned: [],
    deleted: 0,
    notes: [],
  };
  const reported = (counts: Partial<ImportReport>, coverage: readonly Coverage[]) => ({
    ...nothing,
    ...counts,
    rejected: rejectLog.refused(),
    rejects: rejectLog.listed,
    rejectsUnlisted: rejectLog.count() - rejectLog.listed.length,
    coverage,
  });
  const failed = (counts: Partial<ImportReport>) => ({
    written: false as const,
    files: [],
    report: reported(counts, existing.coverage),
  });
  if (existing.problems.length > 0) return failed({});

  const ours = [out, fixityPath(out), coveragePath(out), originsPath(out), rejectsPath(out)];
  const sources = await readSources(request, ours, context);
  const read = sources.flatMap(({ source }) => source.documents);
  const seen = {
    read: read.length + rejectLog.refusedRecords(),
    notes: sources.flatMap(({ file, source }) => source.notes.map((note) => `${file}: ${note}`)),
    deleted: sources.reduce((sum, { source }) => sum + source.deleted, 0),
  };
  if (read.length === 0) return failed(seen);

  const { documents: merged, ...counts } = mergeDocuments(existing.documents, read);
  const { kept, gone } = prunes ? prune(merged, read, request.paths) : keepAll(merged);
  const coverage = mergeCoverage(
    existing.coverage,
    sources.flatMap(({ source }) => source.pages),
  );
  const fixing = createFixity();
  const files = [
    { path: out, content: linesOf(kept, spool, fixing) },
    // It tells of the corpus: written after it, and in its place before it.
    { path: fixityPath(out), content: fixityLine(fixing, existing.fixity) },
    { path: originsPath(out), content: originLines(kept) },
    ...(coverage.length > 0
      ? [{ path: coveragePath(out), content: `${JSON.stringify(coverage, null, 2)}\n` }]
      : []),
  ];
  const pruned = gone.map(({ id }) => id);
  return {
    written: true as const,
    files,
    report: reported({ ...seen, ...counts, pruned }, coverage),
  };
}

const keepAll = (documents: readonly SpooledDocument[]) => ({
  kept: documents,
  gone: [] as readonly SpooledDocument[],
});

async function* linesOf(
  documents: readonly SpooledDocument[],
  spool: Spool,
  fixing: FixityBuilder,
): AsyncGenerator<string> {
  for (const document of documents) {
    const line = await readLine(document, spool);
    fixing.see(line, 1);
    yield line;
  }
}

async function* fixityLine(fixing: FixityBuilder, before: Fixity | null): AsyncGenerator<string> {
  yield formatFixity(fixing.seen(), before);
}

/** Nothing was written after all, so nothing was added or changed. */
const unwritten = (report: ImportReport, out: string, reason: string): ImportReport => ({
  ...report,
  added: 0,
  changed: 0,
  unchanged: 0,
  pruned: [],
  rejected: report.rejected + report.added + report.changed + report.unchanged,
  rejects: [{ file: out, line: null, reason }, ...report.rejects],
});
