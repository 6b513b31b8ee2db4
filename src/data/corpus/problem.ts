import { UserError } from '../../errors.ts';

/** What is wrong with a corpus, and where. */
export type Problem = {
  file: string;
  /** Counted from 1; null if it is about the file as a whole. */
  line: number | null;
  field?: string | undefined;
  /** What is wrong, as the end of a sentence. */
  reason: string;
};

/** How many problems are printed before the rest is only counted. */
const MOST_PRINTED = 50;

/** A corpus that can't be used, with everything that is wrong with it. */
export class CorpusError extends UserError {
  override name = 'CorpusError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const printed = problems.slice(0, MOST_PRINTED).map(formatProblem);
    const more = problems.length - printed.length;
    if (more > 0) printed.push(`and ${more} more`);
    super(`The corpus can't be read:\n${printed.join('\n')}`);
    this.problems = problems;
  }
}

/** `file:line: field: what is wrong`, without the parts that are not known. */
export const formatProblem = ({ file, line, field, reason }: Problem): string =>
  [line === null ? file : `${file}:${line}`, ...(field ? [field] : []), reason].join(': ');

/** Whether a file may be read another time, as it is: not if there is something wrong in a line of it. */
export const mayPass = (error: unknown): boolean =>
  !(error instanceof CorpusError) || error.problems.some(({ line }) => line === null);

/** Why a file can't be read, in words; any other error is thrown again. */
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

/** Why a file can't be written, in words; any other error is thrown again. */
export function unwritable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (!code) throw error;
  return `can't be written (${code}); nothing has changed`;
}
