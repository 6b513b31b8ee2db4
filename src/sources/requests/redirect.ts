import { SourceFailure } from '../source-failure.ts';
import type { Answer } from './requests.ts';
import { withoutQuery } from './without-query.ts';

const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Where an answer redirects to; undefined if it is no redirect.
 * @param expects statuses that the caller takes itself
 * @throws SourceFailure for another host, where a key that is sent along would be given away
 */
export function redirectOf(
  { status, headers, address }: Pick<Answer, 'status' | 'headers' | 'address'>,
  expects: readonly number[] = [],
): URL | undefined {
  if (expects.includes(status) || status < 300) return undefined;
  const location = headers.get('location');
  if (!REDIRECTS.includes(status) || !location || !URL.canParse(location, address.href)) {
    throw new SourceFailure(
      `${withoutQuery(address)} answers with ${status}, which wasn’t asked for.`,
    );
  }
  const next = new URL(location, address);
  if (
    next.host !== address.host ||
    (next.protocol !== address.protocol && next.protocol !== 'https:')
  ) {
    throw new SourceFailure(
      `${withoutQuery(address)} redirects to ${withoutQuery(next)}, which isn’t followed. If that is right, name that address in the sources.`,
    );
  }
  return next;
}
