import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request isn't taken. */
type Refusal = { status: number; message: string; headers?: Record<string, string> };

const PATHS: readonly string[] = ['/mcp', '/'];

/** A page in a browser that was led here under another name would send that name. */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Judges a request before anything of it is read: it has to be sent to this machine by a name of its own,
 * not by another site's page, and with the token.
 */
export function createRequestCheck(
  token: string,
): (request: IncomingMessage) => Refusal | undefined {
  const right = digest(`Bearer ${token}`);
  return ({ headers, method, url = '' }) => {
    const { host = '', origin, authorization = '' } = headers;
    if (!LOOPBACK.test(host)) return { status: 403, message: 'This Host is not served.' };
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
      return { status: 403, message: 'Pages of other sites are not served.' };
    const given = authorization.replace(/^bearer +/i, 'Bearer ');
    // As digests both have one length, so that the time tells nothing of the token.
    if (!timingSafeEqual(digest(given), right)) {
      return {
        status: 401,
        message: 'Send the token of MCP_TOKEN: "Authorization: Bearer …".',
        headers: { 'WWW-Authenticate': 'Bearer' },
      };
    }
    if (!PATHS.includes(url.split('?')[0] ?? '')) return { status: 404, message: 'Ask /mcp.' };
    // The server never speaks first, so there is nothing to listen to by GET.
    if (method !== 'POST' && method !== 'DELETE')
      return { status: 405, message: 'Use POST.', headers: { Allow: 'POST, DELETE' } };
    return undefined;
  };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
