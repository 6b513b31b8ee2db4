import type { Problem } from '../corpus/problem.ts';
import type { Reject } from './report.ts';

/** Where refused records and doubts are written: beside the corpus. */
export const rejectsPath = (out: string): string => `${out}.rejects.jsonl`;

/** Where those of sources that are followed are written, each with the source's name. */
export const followedRejectsPath = (out: string): string => `${out}.sources.rejects.jsonl`;

/** A refused record or a doubt, with the record as it stands in the source. */
export type Logged = Reject & {
  taken: boolean;
  raw: string;
  /** The key that a source which is followed has for the record; left out if there is none. */
  record?: string;
};

/** How many the report lists; the file has all. */
const LISTED = 1000;

/** Everything logged of an import, as it comes; the first of it for the report. */
export type RejectLog = {
  add(logged: Logged): Promise<void>;
  listed: readonly Reject[];
  /** How many were logged in all. */
  count(): number;
  /** How many records and files were not taken. */
  refused(): number;
  /** How many of them were records: those with a line or a text. */
  refusedRecords(): number;
};

/** @param write keeps a line for the file */
export function createRejectLog(write: (line: string) => Promise<unknown>): RejectLog {
  const listed: Reject[] = [];
  let count = 0;
  let refused = 0;
  let refusedRecords = 0;
  return {
    listed,
    count: () => count,
    refused: () => refused,
    refusedRecords: () => refusedRecords,
    async add(logged) {
      count += 1;
      if (!logged.taken) refused += 1;
      if (!logged.taken && (logged.line !== null || logged.raw)) refusedRecords += 1;
      const { file, line, reason } = logged;
      if (listed.length < LISTED) listed.push({ file, line, reason });
      await write(`${JSON.stringify(logged)}\n`);
    },
  };
}

/** Logs what is wrong with a corpus, or with its texts. */
export async function addProblems(log: RejectLog, problems: readonly Problem[]): Promise<void> {
  for (const { file, line, field, reason } of problems) {
    const said = field ? `${field}: ${reason}` : reason;
    await log.add({ file, line, reason: said, taken: false, raw: '' });
  }
}
