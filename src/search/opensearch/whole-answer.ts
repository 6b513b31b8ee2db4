import { errors } from '@opensearch-project/opensearch';
import { ArchiveUnreachable } from '../../errors.ts';

/** What of an answer tells that it isn't whole. */
export type Parts = {
  timed_out?: boolean;
  _shards?: { failed?: number };
  error?: { type?: string };
  status?: number;
};

/** An answer that lacks the part of some shard, or none from a cluster that is busy: it may pass. */
export class PartialAnswer extends Error {
  override name = 'PartialAnswer';
}

/** A connection that could not be made or broke: another node may answer. */
export class BrokenConnection extends Error {
  override name = 'BrokenConnection';
}

/**
 * Checks that an answer is whole.
 * @throws PartialAnswer; ArchiveUnreachable for an index that is gone; Error for a request that is wrong
 */
export function checkWhole({ timed_out, _shards, error, status = 200 }: Parts): void {
  if (status === 400) throw refused(error?.type);
  if (error?.type === 'index_not_found_exception')
    throw new ArchiveUnreachable(new Error(error.type));
  if (timed_out || (_shards?.failed ?? 0) > 0 || error) {
    throw new PartialAnswer(error?.type ?? (timed_out ? 'timed out' : 'a shard failed'));
  }
}

/** What went wrong, without what was asked nor whom: addresses may hold a password. */
export function asFailure(error: unknown): Error {
  if (error instanceof errors.ResponseError) {
    const type = typeOf(error.body);
    const status = error.statusCode ?? 0;
    if (status === 400) return refused(type);
    if (status === 429 || status >= 500) return new PartialAnswer(`${status} ${type}`);
    return new ArchiveUnreachable(new Error(REFUSALS[status] ?? `it answers ${status}: ${type}`));
  }
  if (error instanceof errors.TimeoutError)
    return new ArchiveUnreachable(new Error('there is no answer in time'));
  if (error instanceof errors.ConnectionError) return new BrokenConnection(reasonOf(error.message));
  if (error instanceof errors.OpenSearchClientError)
    return new ArchiveUnreachable(new Error(error.name));
  return error as Error;
}

const REFUSALS: Record<number, string> = {
  401: 'it refuses the user or the password (401)',
  403: 'the user may not do that (403)',
};

const CODES: Record<string, string> = {
  ECONNREFUSED: 'nobody listens at that address',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host can’t be looked up',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
};

/** Why there is no connection, by what Node says of it. */
function reasonOf(message: string): string {
  if (/certificate|altnames/i.test(message))
    return 'its certificate isn’t trusted, or is another host’s (SEARCH_CA names the authority to trust)';
  const [code = 'the other side hung up'] = /\bE[A-Z_]{4,}/.exec(message) ?? [];
  return code in CODES ? `${CODES[code]} (${code})` : `the connection broke (${code})`;
}

const refused = (type: string | undefined): Error =>
  new Error(`OpenSearch refused a request: ${type ?? 'no reason given'}`);

const typeOf = (body: unknown): string =>
  (body as { error?: { type?: string } } | undefined)?.error?.type ?? 'no reason given';
