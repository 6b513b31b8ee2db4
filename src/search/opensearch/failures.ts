import { errors } from '@opensearch-project/opensearch';
import { ArchiveUnreachable } from '../../errors.ts';

/** What of an answer tells that it isn't whole. */
export type Parts = {
  timed_out?: boolean;
  _shards?: { failed?: number };
  error?: { type?: string };
  status?: number;
};

/** An answer that lacks the part of some shard. */
export class PartialAnswer extends Error {
  override name = 'PartialAnswer';
}

/** @throws PartialAnswer, or ArchiveUnreachable where the index is gone; Error for a request that is wrong */
export function checkWhole({ timed_out, _shards, error, status = 200 }: Parts): void {
  if (status === 400) throw refused(error?.type);
  if (error?.type === 'index_not_found_exception')
    throw new ArchiveUnreachable(new Error(error.type));
  if (timed_out || (_shards?.failed ?? 0) > 0 || error) {
    throw new PartialAnswer(error?.type ?? (timed_out ? 'timed out' : 'a shard failed'));
  }
}

const refused = (type: string | undefined): Error =>
  new Error(`OpenSearch refused a request: ${type ?? 'no reason given'}`);

/** What went wrong, without what was asked nor whom: addresses may hold a password. */
export function asFailure(error: unknown): Error {
  if (error instanceof errors.ResponseError) {
    const type = typeOf(error.body);
    const status = error.statusCode ?? 0;
    if (status === 400) return refused(type);
    if (status === 429 || status >= 500) return new PartialAnswer(`${status} ${type}`);
    return new ArchiveUnreachable(new Error(`OpenSearch answered ${status}: ${type}`));
  }
  if (error instanceof errors.OpenSearchClientError) {
    return new ArchiveUnreachable(new Error(error.name));
  }
  return error as Error;
}

/** A failure as it is told where nothing more is tried. */
export const asOutage = (failure: Error): Error =>
  failure instanceof PartialAnswer ? new ArchiveUnreachable(failure) : failure;

const typeOf = (body: unknown): string =>
  (body as { error?: { type?: string } } | undefined)?.error?.type ?? 'no reason given';
