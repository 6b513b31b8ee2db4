import { type REST, Routes } from 'discord.js';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Channel, isThread, type Server, type Servers } from '../channel-permissions.ts';
import { hasCode } from '../refusal.ts';
import { createShortCache } from './short-cache.ts';

/** How long a change of permissions may go unnoticed, so that a busy server isn't asked about all the time. */
const KEPT_MS = 10_000;

const Bits = z.string().transform(BigInt);
const Guild = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: Bits })),
});
const Member = z.object({ roles: z.array(z.string()) });
const ApiChannel = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.number(), allow: Bits, deny: Bits }))
    .default([]),
});

/** Servers by REST, for a process that no gateway tells of them. */
export function remoteServers(rest: REST, keptMs = KEPT_MS): Servers {
  const self = createShortCache(Number.POSITIVE_INFINITY, async () =>
    z.object({ id: z.string() }).parse(await rest.get(Routes.user())),
  );
  const server = createShortCache(keptMs, (id) =>
    known(async (): Promise<Server> => {
      const app = await self('');
      const [guild, member] = await Promise.all([
        rest.get(Routes.guild(id)),
        rest.get(Routes.guildMember(id, app.id)),
      ]);
      const { owner_id, roles } = Guild.parse(guild);
      return {
        ownerId: owner_id,
        roles: new Map(roles.map((role) => [role.id, role.permissions])),
        app: { id: app.id, roles: Member.parse(member).roles },
      };
    }),
  );
  const channels = createShortCache(keptMs, (id) =>
    known(async () => {
      const all = z.array(ApiChannel).parse(await rest.get(Routes.guildChannels(id)));
      return new Map(all.map((channel) => [channel.id, toChannel(channel)]));
    }),
  );
  /** The list of a server's channels is without its threads. */
  const thread = createShortCache(keptMs, (id) =>
    known(async () => ApiChannel.parse(await rest.get(Routes.channel(id)))),
  );
  return {
    server,
    async channel(serverId, id) {
      const listed = await channels(serverId);
      const found = listed?.get(id);
      if (found || !listed) return found;
      const asked = await thread(id);
      return asked?.guild_id === serverId && isThread(asked) ? toChannel(asked) : undefined;
    },
  };
}

const toChannel = (channel: z.infer<typeof ApiChannel>): Channel => ({
  type: channel.type,
  parentId: channel.parent_id ?? undefined,
  overwrites: channel.permission_overwrites,
});

/** Undefined for what isn't there, or the app doesn't see. */
async function known<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    const { UnknownGuild, UnknownChannel, UnknownMember, MissingAccess } = RESTJSONErrorCodes;
    if (hasCode(error, UnknownGuild, UnknownChannel, UnknownMember, MissingAccess))
      return undefined;
    throw error;
  }
}
