import type { Client } from 'discord.js';
import type { Logger } from '../log.ts';

/** The part of discord.js that hands an event of the gateway to its handler; private there. */
type PacketHandler = { handlePacket(packet?: { t?: unknown } | null, shard?: unknown): boolean };

/**
 * Passes over events that discord.js can't read. It throws inside its own listener, or in a timer for
 * events that waited for the others, and either would end the process.
 */
export function guardPackets(client: Client, log: Logger): void {
  const ws = client.ws as unknown as PacketHandler;
  const handle = ws.handlePacket.bind(ws);
  ws.handlePacket = (packet, shard) => {
    try {
      return handle(packet, shard);
    } catch (err) {
      log.error({ err, event: packet?.t }, 'An event that could not be read was passed over.');
      return true;
    }
  };
}
