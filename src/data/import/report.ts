import type { Coverage } from '../coverage.ts';

/** Something to tell about a file, or a line of it. */
export type Reject = {
  file: string;
  /** Counted from 1; null where it is about the file as a whole. */
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
  coverage: readonly Coverage[];
};

/** The report as a person reads it. */
export function printReport(report: ImportReport, written: boolean, out: string): string {
  const { read, added, changed, unchanged, rejected, rejects, coverage } = report;
  return [
    `${out} ${written ? 'was written' : 'was not written'}: read ${read}, added ${added}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected}`,
    ...rejects.map(({ file, line, reason }) => `${line ? `${file}:${line}` : file}: ${reason}`),
    ...coverage.map(printCoverage),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function printCoverage({ collection, listed, held, missing }: Coverage): string {
  const places = missing.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  const rest = places.length > 0 ? `; missing ${places.join(', ')}` : '';
  return `${collection}: ${held} of ${listed} held${rest}`;
}
