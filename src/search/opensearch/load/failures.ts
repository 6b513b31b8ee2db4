import { ArchiveUnreachable, UserError } from '../../../errors.ts';

/** An error that goes from one thread to another, where its class is lost. */
export type Failure = { kind: 'outage' | 'wrong' | 'unexpected'; error: Error };

export function toFailure(error: Error): Failure {
  if (error instanceof ArchiveUnreachable)
    return { kind: 'outage', error: new Error((error.cause as Error | undefined)?.message) };
  return { kind: error instanceof UserError ? 'wrong' : 'unexpected', error };
}

/** The error that a failure was made of. */
export function toError({ kind, error }: Failure): Error {
  if (kind === 'outage') return new ArchiveUnreachable(error);
  return kind === 'wrong' ? new UserError(error.message) : error;
}
