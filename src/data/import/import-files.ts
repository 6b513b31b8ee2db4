import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock, lockPath } from '../corpus/hold-lock.ts';
import { unwritable } from '../corpus/problem.ts';
import { writeAtomically } from '../corpus/write-atomically.ts';
import { type CorpusContents, corpusFiles, pathsBeside } from './corpus-files.ts';
import { countChanges } from './count-changes.ts';
import { readExistingCorpus } from './existing-corpus.ts';
import type { ImportRequest } from './import-request.ts';
import { mergeCoverage } from './merge-coverage.ts';
import { mergeDocuments } from './merge-documents.ts';
import { prune } from './prune.ts';
import { type ImportContext, readSources } from './read-sources.ts';
import { addProblems, createRejectLog, rejectsPath } from './reject-log.ts';
import type { ImportReport } from './report.ts';
import { openSpool, type SpoolRange } from './spool.ts';
import type { SpooledDocument } from './spooled-document.ts';
import { openTemporaryFolder } from './temporary-folder.ts';
import { openExistingTexts } from './texts/existing-texts.ts';
import { giveTexts } from './texts/give-texts.ts';
import { totalsOf } from './texts/spooled-text.ts';

/**
 * Reads an archive's files into a corpus, with its texts, its coverage and the documents' origins.
 * All are written whole or not at all; nothing is written if nothing was read, or if the existing
 * corpus can't be read.
 */
export async function importFiles(
  request: ImportRequest,
): Promise<{ written: boolean; report: ImportReport }> {
  await using _lock = await lockIfFollowed(request.out);
  await using temporary = await openTemporaryFolder('reading-room-import-');
  const folder = temporary.path;
  await using spool = await openSpool(join(folder, 'documents'));
  await using texts = await openSpool(join(folder, 'texts'));
  await using kept = await openExistingTexts(request.out);
  await using rejectSpool = await openSpool(join(folder, 'rejects'));
  const rejected: SpoolRange[] = [];
  const rejectLog = createRejectLog(async (line) => rejected.push(await rejectSpool.add(line)));
  const context = { folder, spool, texts, rejectLog };
  const { written, contents, report } = await importInto(request, context);
  if (!written) return { written, report };
  const lines = async function* () {
    for (const range of rejected) yield await rejectSpool.read(range);
  };
  try {
    await writeAtomically([
      ...corpusFiles(request.out, contents, spool, { kept, spool: texts }),
      { path: rejectsPath(request.out), content: rejected.length > 0 ? lines() : null },
    ]);
    return { written, report };
  } catch (error) {
    return { written: false, report: unwritten(report, request.out, unwritable(error)) };
  }
}

/** A corpus that follows sources may be about to be written by another process. */
async function lockIfFollowed(out: string): Promise<AsyncDisposable | null> {
  const path = lockPath(out, 'write');
  return existsSync(path) ? holdLock(path) : null;
}

async function importInto(request: ImportRequest, context: ImportContext) {
  const { out, prunes = false } = request;
  const { spool, rejectLog } = context;
  const existing = await readExistingCorpus(out, spool);
  await addProblems(rejectLog, existing.problems);
  const nothing = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    pruned: [],
    deleted: 0,
    notes: [],
  };
  const reported = (
    counts: Partial<ImportReport>,
    { documents, coverage }: Pick<CorpusContents, 'documents' | 'coverage'>,
  ) => ({
    ...nothing,
    ...counts,
    texts: totalsOf(documents),
    rejected: rejectLog.refused(),
    rejects: rejectLog.listed,
    rejectsUnlisted: rejectLog.count() - rejectLog.listed.length,
    coverage,
  });
  const failed = (counts: Partial<ImportReport>) => ({
    written: false as const,
    contents: null,
    report: reported(counts, existing),
  });
  if (existing.problems.length > 0) return failed({});

  const ours = [out, ...pathsBeside(out)];
  const sources = await readSources(request, ours, context);
  const read = sources.flatMap(({ source }) => source.documents);
  const seen = {
    read: read.length + rejectLog.refusedRecords(),
    notes: sources.flatMap(({ file, source }) => source.notes.map((note) => `${file}: ${note}`)),
    deleted: sources.reduce((sum, { source }) => sum + source.deleted, 0),
  };
  if (read.length === 0 && !request.texts) return failed(seen);

  const merged = mergeDocuments(existing.documents, read);
  const { kept, gone } = prunes ? prune(merged, read, request.paths) : keepAll(merged);
  const { documents, fromFolder, notes } = await giveTexts(kept, read, existing, request, context);
  if (read.length === 0 && fromFolder.size === 0) return failed(seen);
  const textsAlone = fromFolder.size > 0 ? countUnread(documents, fromFolder, read) : 0;
  const coverage = mergeCoverage(
    existing.coverage,
    sources.flatMap(({ source }) => source.pages),
  );
  const pruned = gone.map(({ id }) => id);
  const before = { corpus: existing.fixity, texts: existing.texts.fixity };
  const contents = { documents, coverage, before };
  const counts = countChanges(existing.documents, documents, read.length + textsAlone);
  return {
    written: true as const,
    contents,
    report: reported(
      {
        ...seen,
        ...counts,
        read: seen.read + textsAlone,
        notes: [...seen.notes, ...notes],
        pruned,
      },
      contents,
    ),
  };
}

/** How many documents got a text without being read themselves. */
function countUnread(
  documents: readonly SpooledDocument[],
  withText: ReadonlySet<string>,
  read: readonly SpooledDocument[],
): number {
  const readAt = new Set(read.map(({ at }) => at));
  return documents.filter(({ id, at }) => withText.has(id) && !readAt.has(at)).length;
}

const keepAll = (documents: readonly SpooledDocument[]) => ({
  kept: documents,
  gone: [] as readonly SpooledDocument[],
});

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
