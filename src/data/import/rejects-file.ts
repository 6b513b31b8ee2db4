import type { Reject } from './report.ts';

/** Where what was not taken, or is doubtful, is written: beside the corpus. */
export const rejectsPath = (out: string): string => `${out}.rejects.jsonl`;

/** What is told of a record, with the record as it stands in the source. */
type Told = Reject & { taken: boolean; raw: string };

/** How many the report lists; the file has all. */
const LISTED = 1000;

/** Everything told of an import, as it comes; the first of it for the report. */
export type Telling = {
  tell(told: Told): Promise<void>;
  listed: readonly Reject[];
  /** How many were told in all. */
  count(): number;
  /** How many records and files were not taken. */
  refused(): number;
  /** How many of them were records: those with a line or a text. */
  refusedRecords(): number;
};

/** @param write puts a line away for the file */
export function createTelling(write: (line: string) => Promise<unknown>): Telling {
  const listed: Reject[] = [];
  let count = 0;
  let refused = 0;
  let refusedRecords = 0;
  return {
    listed,
    count: () => count,
    refused: () => refused,
    refusedRecords: () => refusedRecords,
    async tell(told) {
      count += 1;
      if (!told.taken) refused += 1;
      if (!told.taken && (told.line !== null || told.raw)) refusedRecords += 1;
      const { file, line, reason } = told;
      if (listed.length < LISTED) listed.push({ file, line, reason });
      await write(`${JSON.stringify(told)}\n`);
    },
  };
}
