import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createServer, type Shared } from './create-server.ts';

/** Messages are small; what is longer than this is none. */
const MOST_BYTES = 1_000_000;

/**
 * Serves one assistant, which has started this process, by standard input and output.
 * @returns settles when the assistant has closed its end and what it asked is answered
 */
export async function serveStdio(shared: Shared): Promise<void> {
  const { stdin, stdout } = process;
  const server = createServer(shared);
  server.server.onerror = (err) => shared.log.warn({ err }, 'a message could not be read or sent');
  const closed = Promise.withResolvers<void>();
  server.server.onclose = closed.resolve;
  const ended = once(stdin, 'end');
  await server.connect(new StdioServerTransport(stdin, stdout, { maxBufferSize: MOST_BYTES }));
  await Promise.race([ended, closed.promise]);
  // What was read last has yet to be begun.
  await nextTurn();
  await shared.calls.idle();
  await nextTurn();
  await server.close();
  await new Promise<unknown>((written) => stdout.write('', written));
}
