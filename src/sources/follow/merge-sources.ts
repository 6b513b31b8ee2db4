import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { holdLock, lockPath } from '../../data/corpus/hold-lock.ts';
import { CorpusError, unwritable } from '../../data/corpus/problem.ts';
import { writeAtomically } from '../../data/corpus/write-atomically.ts';
import { originsOfCorpus, writeCorpus } from '../../data/import/corpus-files.ts';
import { readExistingCorpus } from '../../data/import/existing-corpus.ts';
import { mergeCoverage } from '../../data/import/merge-coverage.ts';
import type { Spool } from '../../data/import/spool.ts';
import { openExistingTexts } from '../../data/import/texts/existing-texts.ts';
import { UserError } from '../../errors.ts';
import { SourceFailure } from '../source-failure.ts';
import { applySource } from './apply-source.ts';
import { type Asked, hasNews } from './ask-for-source.ts';
import { withoutWatermarks } from './next-state.ts';
import { renameCollection } from './rename-collection.ts';
import { failedReport, type SourceReport, unchangedReport, yieldReport } from './report.ts';
import { formatState, type SourcesState, statePath } from './state-file.ts';
import type { SyncRequest } from './sync-request.ts';

/** What came of it. */
type MergedSources = {
  reports: readonly SourceReport[];
  written: boolean;
  /** Sources that are to be asked for all they have, since others gave up what they have as well. */
  heirs: ReadonlySet<string>;
};

/**
 * Puts what sources gave into the corpus, one after the other, and writes it if anything changed. A
 * source that would lose more than half of its documents is left out.
 * What is to be asked for of heirs is written down before the corpus.
 * @throws CorpusError if the corpus can't be read, UserError if it can't be written
 */
export async function mergeSources(
  asked: readonly Asked[],
  state: SourcesState,
  { out, sources, acceptsLoss = false }: SyncRequest,
  { spool, texts }: { spool: Spool; texts: Spool },
): Promise<MergedSources> {
  const before = (name: string) => state.sources.get(name)?.outcome.documents ?? 0;
  if (!asked.some(hasNews)) {
    const reports = asked.map((one) => reportWithoutNews(one, before));
    return { reports, written: false, heirs: new Set() };
  }
  await using _writing = await holdLock(lockPath(out, 'write'));
  await using kept = await openExistingTexts(out);
  const existing = await readExistingCorpus(out, spool);
  if (existing.problems.length > 0) throw new CorpusError(existing.problems);
  const active = new Set(sources.map(({ name }) => name));
  let { coverage } = existing;
  let documents: readonly (typeof existing.documents)[number][] = existing.documents;
  const reports: SourceReport[] = [];
  const heirs = new Set<string>();
  for (const one of asked) {
    if (!hasNews(one)) {
      reports.push(reportWithoutNews(one, before));
      continue;
    }
    const { result } = one;
    const renamed = await renameCollection(documents, result, spool);
    const applied = applySource(renamed.documents, result, active);
    if (applied.holds < applied.held / 2 && !acceptsLoss) {
      const failure = new SourceFailure(
        `It now holds ${applied.holds} of the ${applied.held} documents that it held, which may be a mistake. They stay as they are. If it is right, follow it with --accept-loss.`,
      );
      reports.push(failedReport(one, failure, applied.held));
      continue;
    }
    documents = applied.documents;
    coverage = mergeCoverage(coverage, result.pages);
    reports.push(
      yieldReport(one, result, { ...applied, changed: applied.changed + renamed.count }),
    );
    for (const heir of applied.heirs) heirs.add(heir);
    // All that it has was just put in, with its own words where it has the say.
    if (one.isForAll) heirs.delete(one.source.name);
  }
  const isCounted = !isDeepStrictEqual(coverage, existing.coverage);
  const isChanged =
    isCounted || reports.some(({ added, changed, deleted }) => added + changed + deleted > 0);
  if (documents.length === 0 && !existsSync(out)) return { reports, written: false, heirs };
  const contents = {
    documents,
    coverage,
    before: {
      documents: existing.documents,
      corpus: existing.fixity,
      texts: existing.texts.fixity,
    },
  };
  try {
    // Once the corpus is written, nothing in it tells who the heirs are.
    if (heirs.size > 0) {
      const sources = withoutWatermarks(state.sources, heirs);
      await writeAtomically([
        { path: statePath(out), content: formatState({ ...state, sources }) },
      ]);
    }
    // Where they come from may have changed all the same.
    if (!isChanged) await writeAtomically([originsOfCorpus(out, documents)]);
    else await writeCorpus(out, contents, spool, { kept, spool: texts });
  } catch (error) {
    throw new UserError(`${out} ${unwritable(error)}.`);
  }
  return { reports, written: isChanged, heirs };
}

const reportWithoutNews = (one: Asked, before: (name: string) => number): SourceReport =>
  one.result instanceof SourceFailure
    ? failedReport(one, one.result, before(one.source.name))
    : unchangedReport(one, before(one.source.name));
