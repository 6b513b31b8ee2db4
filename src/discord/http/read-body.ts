import type { IncomingMessage } from 'node:http';

/** An interaction has some thousands of bytes; a message's command carries the whole message. */
const MAX_BYTES = 1_000_000;

/**
 * The body of a request, byte by byte; undefined if it has more than a million of them, which are not
 * waited for.
 * @throws Error if the connection is lost meanwhile
 */
export function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    // What comes beyond is read and thrown away: otherwise the connection would hang.
    if (bytes <= MAX_BYTES) chunks.push(chunk);
    else resolve(undefined);
  });
  request.on('end', () => resolve(bytes <= MAX_BYTES ? Buffer.concat(chunks) : undefined));
  request.on('error', reject);
  if (Number(request.headers['content-length']) > MAX_BYTES) resolve(undefined);
  return promise;
}
