import type { Reject } from '../../data/import/report.ts';
import type { SourceFailure } from '../source-failure.ts';
import type { AppliedSource } from './apply-source.ts';
import type { Asked } from './ask-for-source.ts';
import type { SourceYield } from './follow-source.ts';
import type { Outcome } from './state-file.ts';

/** What came of following one source. */
export type SourceReport = Outcome & {
  name: string;
  kind: string;
  /** What to know of it: columns matched, what was imported before and follows it now. */
  notes: readonly string[];
  /** The first records that weren't taken, and what was taken but needs a look. */
  rejects: readonly Reject[];
};

/** What came of following sources once. */
export type SyncReport = {
  sources: readonly SourceReport[];
  /** Whether the corpus was written: it wasn't if nothing has changed. */
  written: boolean;
  notes: readonly string[];
};

/** How many records are told of, of each source. */
const TOLD = 20;

const NONE = { added: 0, changed: 0, deleted: 0, failed: 0, notes: [], rejects: [] };

export const failedReport = (
  { source: { name, kind }, conceal }: Asked,
  failure: SourceFailure,
  documents: number,
): SourceReport => ({
  name,
  kind,
  ...NONE,
  documents,
  error: plain(conceal(failure.message)),
  ...(failure.path !== null && { errorPath: plain(conceal(failure.path)) }),
});

export const unchangedReport = (
  { source: { name, kind } }: Asked,
  documents: number,
): SourceReport => ({ name, kind, ...NONE, documents, error: null });

export function yieldReport(
  { source: { name, kind }, conceal }: Asked,
  { failed, rejects, notes }: SourceYield,
  { added, changed, deleted, holds, takenOver, shared }: AppliedSource,
): SourceReport {
  const shown = (text: string) => plain(conceal(text));
  const more = [
    ...(takenOver > 0
      ? [`${count(takenOver)} had been imported: what the source says of them holds from now on`]
      : []),
    ...(shared > 0 ? [`${count(shared)} are held by an earlier source, whose words stay`] : []),
  ];
  return {
    name,
    kind,
    added,
    changed,
    deleted,
    failed,
    documents: holds,
    error: null,
    notes: [...notes.map(shown), ...more],
    rejects: rejects.slice(0, TOLD).map((one) => ({ ...one, reason: shown(one.reason) })),
  };
}

/** The report as a person reads it. */
export function formatSyncReport({ sources, written, notes }: SyncReport, out: string): string {
  return [
    ...sources.flatMap(formatSource),
    ...notes,
    written ? `${out} was written.` : `${out} was left as it is.`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function formatSource(report: SourceReport): string[] {
  const { name, error, added, changed, deleted, failed, documents, notes, rejects } = report;
  const about = [...notes, ...rejects.map(formatReject)].map((text) => `  ${text}`);
  if (error !== null)
    return [`${name}: failed. ${error} It still has ${count(documents)}.`, ...about];
  const figures = `added ${added}, changed ${changed}, deleted ${deleted}, failed ${failed}`;
  return [`${name}: ${figures}; ${count(documents)}`, ...about];
}

const formatReject = ({ file, line, reason }: Reject): string =>
  `${line ? `${file}:${line}` : file}: ${reason}`;

const count = (documents: number): string =>
  documents === 1 ? '1 document' : `${documents} documents`;

/** What a source says moves no cursor and begins no line. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
