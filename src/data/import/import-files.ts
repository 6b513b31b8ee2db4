import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Coverage } from '../corpus/coverage.ts';
import { coveragePath } from '../corpus/coverage-file.ts';
import { unwritable } from '../corpus/fault.ts';
import {
  createFixity,
  type Fixing,
  type Fixity,
  fixityPath,
  fixityText,
} from '../corpus/fixity.ts';
import { writeWhole } from '../corpus/write-whole.ts';
import { type Entry, lineOf } from './entry.ts';
import { readHeld } from './held.ts';
import type { ImportRequest } from './import-request.ts';
import { mergeCoverage } from './merge-coverage.ts';
import { mergeEntries } from './merge-entries.ts';
import { originLines, originsPath } from './origins-file.ts';
import { prune } from './prune.ts';
import { type Aside, readSources } from './read-sources.ts';
import { createTelling, rejectsPath } from './rejects-file.ts';
import type { ImportReport } from './report.ts';
import { openSpool, type Place, type Spool } from './spool.ts';

/**
 * Reads an archive's files into a corpus, with its coverage and the documents' origins. All are
 * written whole or not at all; nothing is written where nothing was read, or where what is held
 * already can't be.
 */
export async function importFiles(
  request: ImportRequest,
): Promise<{ written: boolean; report: ImportReport }> {
  const folder = await mkdtemp(join(tmpdir(), 'reading-room-import-'));
  try {
    await using spool = await openSpool(join(folder, 'documents'));
    await using rejects = await openSpool(join(folder, 'rejects'));
    const told: Place[] = [];
    const telling = createTelling(async (line) => told.push(await rejects.add(line)));
    const outcome = await importInto(request, { folder, spool, telling });
    const { written, files, report } = outcome;
    if (!written) return { written, report };
    const lines = async function* () {
      for (const place of told) yield await rejects.read(place);
    };
    try {
      await writeWhole([
        ...files,
        { path: rejectsPath(request.out), content: told.length > 0 ? lines() : null },
      ]);
      return { written, report };
    } catch (error) {
      return { written: false, report: unwritten(report, request.out, unwritable(error)) };
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function importInto(request: ImportRequest, aside: Aside) {
  const { out, prunes = false } = request;
  const { spool, telling } = aside;
  const held = await readHeld(out, spool);
  for (const { file, line, field, reason } of held.faults) {
    const text = field ? `${field}: ${reason}` : reason;
    await telling.tell({ file, line, reason: text, taken: false, raw: '' });
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
    rejected: telling.refused(),
    rejects: telling.listed,
    rejectsUnlisted: telling.count() - telling.listed.length,
    coverage,
  });
  const failed = (counts: Partial<ImportReport>) => ({
    written: false as const,
    files: [],
    report: reported(counts, held.coverage),
  });
  if (held.faults.length > 0) return failed({});

  const ours = [out, fixityPath(out), coveragePath(out), originsPath(out), rejectsPath(out)];
  const sources = await readSources(request, ours, aside);
  const read = sources.flatMap(({ source }) => source.entries);
  const seen = {
    read: read.length + telling.refusedRecords(),
    notes: sources.flatMap(({ file, source }) => source.notes.map((note) => `${file}: ${note}`)),
    deleted: sources.reduce((sum, { source }) => sum + source.deleted, 0),
  };
  if (read.length === 0) return failed(seen);

  const { entries: merged, ...counts } = mergeEntries(held.entries, read);
  const { kept, gone } = prunes ? prune(merged, read, request.paths) : keepAll(merged);
  const coverage = mergeCoverage(
    held.coverage,
    sources.flatMap(({ source }) => source.pages),
  );
  const fixing = createFixity();
  const files = [
    { path: out, content: linesOf(kept, spool, fixing) },
    // It tells of the corpus: written after it, and in its place before it.
    { path: fixityPath(out), content: fixityLine(fixing, held.fixity) },
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

const keepAll = (entries: readonly Entry[]) => ({ kept: entries, gone: [] as readonly Entry[] });

async function* linesOf(
  entries: readonly Entry[],
  spool: Spool,
  fixing: Fixing,
): AsyncGenerator<string> {
  for (const entry of entries) {
    const line = await lineOf(entry, spool);
    fixing.see(line, 1);
    yield line;
  }
}

async function* fixityLine(fixing: Fixing, before: Fixity | null): AsyncGenerator<string> {
  yield fixityText(fixing.seen(), before);
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
