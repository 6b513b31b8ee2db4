import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createRest } from '../../src/discord/client.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { startDuties } from '../../src/keeper/duties.ts';
import { aDocument } from '../support/documents.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openRoom } from '../support/room.ts';

/** A Discord that takes every request and answers none. */
async function openSilent() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { server, apiUrl: `http://127.0.0.1:${port}/api` };
}

test('duties that are stopped end a registration that is under way, and try no other', async () => {
  const { services } = await openRoom([aDocument({ id: 'a' })]);
  const { server, apiUrl } = await openSilent();
  const { log, lines } = recordLog();
  const rest = createRest({ token: 'x', apiUrl });
  const registering = once(server, 'request');
  const duties = startDuties(
    services,
    {
      register: (signal) =>
        registerCommands(rest, { applicationId: '1', guildId: undefined }, [], signal),
      match: async () => [],
      servers: async () => new Set(),
    },
    log,
  );
  const [request] = (await registering) as [IncomingMessage];
  let isReady = false;
  void duties.ready.then(() => {
    isReady = true;
  });
  await duties.stop();
  await expect.poll(() => request.socket.destroyed).toBe(true);
  expect(isReady).toBe(true);
  expect(lines).toEqual([]);
});
