import { UserError } from '../../errors.ts';

/** What is wrong with a corpus, and where. */
export type Fault = {
  file: string;
  /** Counted from 1; null where it is about the file as a whole. */
  line: number | null;
  field?: string | undefined;
  /** What is wrong, as the end of a sentence. */
  reason: string;
};

/** How many faults are printed before the rest is only counted. */
const PRINTED_FAULTS = 50;

/** A corpus that can't be used, with everything that is wrong with it. */
export class CorpusError extends UserError {
  override name = 'CorpusError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const printed = faults.slice(0, PRINTED_FAULTS).map(printFault);
    const more = faults.length - printed.length;
    if (more > 0) printed.push(`and ${more} more`);
    super(`The corpus can't be read:\n${printed.join('\n')}`);
    this.faults = faults;
  }
}

/** `file:line: field: what is wrong`, without the parts that are not known. */
export const printFault = ({ file, line, field, reason }: Fault): string =>
  [line === null ? file : `${file}:${line}`, ...(field ? [field] : []), reason].join(': ');

/** Why a file can't be read, in words; faults of ours are thrown again. */
export function unreadable(error: unknown): string {
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EISDIR: 'is a folder, not a file',
    ENOTDIR: 'there is no such file',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
  };
  const code = (error as NodeJS.ErrnoException).code;
  if (!code) throw error;
  return reasons[code] ?? `can't be read (${code})`;
}

/** Why a file can't be written, in words; faults of ours are thrown again. */
export function unwritable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (!code) throw error;
  return `can't be written (${code}); nothing has changed`;
}
