import { once } from 'node:events';
import { type Client, Events } from 'discord.js';
import type { OverwriteType } from 'discord-api-types/v10';
import type { Servers } from './channel-permissions.ts';

/** Servers are told of within a second or so after the gateway is there. */
const KNOWN_WITHIN_MS = 2000;

/** Servers as the gateway has told of them and as they are now; at first they are waited for. */
export const cachedServers = (client: Client): Servers => ({
  async server(id) {
    const guild = (await knownServers(client)).get(id);
    const app = guild?.members.me;
    if (!app) return undefined;
    return {
      ownerId: guild.ownerId,
      roles: new Map(guild.roles.cache.map((role) => [role.id, role.permissions.bitfield])),
      app: { id: app.id, roles: app.roles.cache.map((role) => role.id) },
    };
  },
  async channel(server, id) {
    const channel = (await knownServers(client)).get(server)?.channels.cache.get(id);
    if (!channel) return undefined;
    const overwrites = 'permissionOverwrites' in channel ? channel.permissionOverwrites.cache : [];
    return {
      type: channel.type,
      parentId: channel.parentId ?? undefined,
      overwrites: [...overwrites.values()].map(({ id, type, allow, deny }) => ({
        id,
        type: type as number as OverwriteType,
        allow: allow.bitfield,
        deny: deny.bitfield,
      })),
    };
  },
});

async function knownServers(client: Client): Promise<Client['guilds']['cache']> {
  if (!client.isReady()) {
    const late = AbortSignal.timeout(KNOWN_WITHIN_MS);
    await once(client, Events.ClientReady, { signal: late }).catch(() => {});
  }
  return client.guilds.cache;
}
