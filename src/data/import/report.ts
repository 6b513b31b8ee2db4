import type { Coverage } from '../corpus/coverage.ts';
import { formatTotals, type TextTotals } from '../texts/text-totals.ts';

/** Something to tell about a file, or a line of it. */
export type Reject = {
  file: string;
  /** Counted from 1; null if it is about the file as a whole. */
  line: number | null;
  reason: string;
};

/** What an import did. */
export type ImportReport = {
  /** Documents found: the sum of added, changed, unchanged and those refused. */
  read: number;
  added: number;
  changed: number;
  /** Repeats within what was read count here, too. */
  unchanged: number;
  /** How many documents and files were not taken. */
  rejected: number;
  /** What was not taken, and what was taken but should be looked at, such as a date kept as text. */
  rejects: readonly Reject[];
  /** How many more there are than are listed here; the rejects file has all. */
  rejectsUnlisted: number;
  /** Ids of documents that went because their source no longer has them. */
  pruned: readonly string[];
  /** Records that a source itself says are gone. */
  deleted: number;
  /** What to know of the files: the columns matched, pages not saved. */
  notes: readonly string[];
  coverage: readonly Coverage[];
  /** How much text the documents of the corpus have. */
  texts: TextTotals;
};

/** The report as a person reads it: what to look at, then a summary and the next step. */
export function formatReport(report: ImportReport, written: boolean, out: string): string {
  const { read, added, changed, unchanged, rejected, rejects, rejectsUnlisted } = report;
  const { pruned, deleted, notes, coverage, texts } = report;
  return [
    ...notes,
    ...(deleted > 0 ? [`${deleted} records are deleted in the source and were skipped`] : []),
    ...pruned.map((id) => `removed, because its source no longer has it: ${id}`),
    ...[...Map.groupBy(rejects, kindOf).values()].map(formatRejects),
    ...(rejectsUnlisted > 0 ? [`and ${rejectsUnlisted} more, in the rejects file`] : []),
    ...coverage.map(formatCoverage),
    ...(texts.documents > 0 ? [`texts: ${formatTotals(texts)}`] : []),
    `${out} ${written ? 'was written' : 'was not written'}: read ${read}, added ${added}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected}`,
    ...(written ? [`Next: CORPUS=${out} npm start`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Reasons are of one kind if they differ only in what they quote and count. */
const kindOf = ({ reason }: Reject): string =>
  reason.replace(/"[^"]*"/g, '""').replace(/\d+/g, '0');

/** No more files of a kind than these are named. */
const NAMED = 20;

/** One example of a kind, and how many more there are; files as a whole are named. */
function formatRejects([first, ...others]: readonly Reject[]): string {
  if (!first) return '';
  const { file, line, reason } = first;
  if (
    others.length > 0 &&
    [first, ...others].every((one) => one.line === null && one.reason === reason)
  ) {
    const files = [first, ...others].map((one) => one.file);
    const unnamed = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
    return `${reason} (${files.length} files): ${files.slice(0, NAMED).join(', ')}${unnamed}`;
  }
  const more = others.length > 0 ? ` (${others.length + 1} like this)` : '';
  return `${line ? `${file}:${line}` : file}: ${reason}${more}`;
}

function formatCoverage({ collection, listed, held, missing }: Coverage): string {
  const places = missing.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  const rest = places.length > 0 ? `; missing ${places.join(', ')}` : '';
  return `${collection}: ${held} of ${listed} held${rest}`;
}
