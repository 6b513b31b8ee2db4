import { existsSync } from 'node:fs';
import { holdLock, lockPath } from '../../data/corpus/hold-lock.ts';
import { CorpusError, unwritable } from '../../data/corpus/problem.ts';
import { type NewFile, writeAtomically } from '../../data/corpus/write-atomically.ts';
import { corpusFiles, originsOfCorpus } from '../../data/import/corpus-files.ts';
import { readExistingCorpus } from '../../data/import/existing-corpus.ts';
import { mergeCoverage } from '../../data/import/merge-coverage.ts';
import type { Spool } from '../../data/import/spool.ts';
import { openExistingTexts } from '../../data/import/texts/existing-texts.ts';
import { UserError } from '../../errors.ts';
import { SourceFailure } from '../source-failure.ts';
import { applySource } from './apply-source.ts';
import type { Asked } from './ask-for-source.ts';
import { failedReport, type SourceReport, unchangedReport, yieldReport } from './report.ts';
import type { SourcesState } from './state-file.ts';
import type { SyncRequest } from './sync-request.ts';

/**
 * Puts what sources gave into the corpus, one after the other, and writes it if anything changed. A
 * source that would lose more than half of its documents is left out.
 * @throws CorpusError if the corpus can't be read, UserError if it can't be written
 */
export async function mergeSources(
  asked: readonly Asked[],
  state: SourcesState,
  { out, sources, acceptsLoss = false }: SyncRequest,
  { spool, texts }: { spool: Spool; texts: Spool },
): Promise<{ reports: readonly SourceReport[]; written: boolean }> {
  const before = (name: string) => state.sources.get(name)?.outcome.documents ?? 0;
  const isNews = ({ result }: Asked) => !(result instanceof SourceFailure) && !result.isUnchanged;
  if (!asked.some(isNews)) {
    return { reports: asked.map((one) => reportWithoutNews(one, before)), written: false };
  }
  await using _writing = await holdLock(lockPath(out, 'write'));
  await using kept = await openExistingTexts(out);
  const existing = await readExistingCorpus(out, spool);
  if (existing.problems.length > 0) throw new CorpusError(existing.problems);
  const active = new Set(sources.map(({ name }) => name));
  let { coverage } = existing;
  let documents: readonly (typeof existing.documents)[number][] = existing.documents;
  const reports: SourceReport[] = [];
  for (const one of asked) {
    const { result } = one;
    if (result instanceof SourceFailure || result.isUnchanged) {
      reports.push(reportWithoutNews(one, before));
      continue;
    }
    const applied = applySource(documents, result, active);
    if (applied.holds < applied.held / 2 && !acceptsLoss) {
      const failure = new SourceFailure(
        `It now holds ${applied.holds} of the ${applied.held} documents that it held, which may be a mistake. They stay as they are. If it is right, follow it with --accept-loss.`,
      );
      reports.push(failedReport(one, failure, applied.held));
      continue;
    }
    documents = applied.documents;
    coverage = mergeCoverage(coverage, result.pages);
    reports.push(yieldReport(one, result, applied));
  }
  const isChanged = reports.some(({ added, changed, deleted }) => added + changed + deleted > 0);
  if (documents.length === 0 && !existsSync(out)) return { reports, written: false };
  const contents = {
    documents,
    coverage,
    before: { corpus: existing.fixity, texts: existing.texts.fixity },
  };
  const files: NewFile[] = isChanged
    ? corpusFiles(out, contents, spool, { kept, spool: texts })
    : [originsOfCorpus(out, documents)];
  try {
    await writeAtomically(files);
  } catch (error) {
    throw new UserError(`${out} ${unwritable(error)}.`);
  }
  return { reports, written: isChanged };
}

const reportWithoutNews = (one: Asked, before: (name: string) => number): SourceReport =>
  one.result instanceof SourceFailure
    ? failedReport(one, one.result, before(one.source.name))
    : unchangedReport(one, before(one.source.name));
