import { UserError } from '../src/errors.ts';

/** Wrong usage, as opposed to something that can't be read or reached. */
export class UsageError extends UserError {}

/**
 * Runs a script to its exit code: its own, 1 for what the person can mend, 2 for arguments that
 * can't be read, with the usage, or for another `UsageError`. What is wrong is said on standard error.
 * @throws what is neither
 */
export async function exitCodeOf(run: () => Promise<number>, usage: string): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const isUsage = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') ?? false;
    if (!(error instanceof UserError) && !isUsage) throw error;
    process.stderr.write(`${(error as Error).message}\n${isUsage ? `\n${usage}` : ''}`);
    return isUsage || error instanceof UsageError ? 2 : 1;
  }
}
