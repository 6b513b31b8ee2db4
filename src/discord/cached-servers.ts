import type { Client } from 'discord.js';
import type { OverwriteType } from 'discord-api-types/v10';
import type { Servers } from './channel-permissions.ts';

/** Servers as the gateway has told of them: at once, and as they are now. */
export const cachedServers = (client: Client): Servers => ({
  server(id) {
    const guild = client.guilds.cache.get(id);
    const app = guild?.members.me;
    if (!app) return undefined;
    return {
      ownerId: guild.ownerId,
      roles: new Map(guild.roles.cache.map((role) => [role.id, role.permissions.bitfield])),
      app: { id: app.id, roles: app.roles.cache.map((role) => role.id) },
    };
  },
  channel(server, id) {
    const channel = client.guilds.cache.get(server)?.channels.cache.get(id);
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
