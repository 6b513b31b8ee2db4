import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';

/** What permissions in a server follow from. */
export type Server = {
  ownerId: string;
  /** What each role allows, by its id; that of everyone has the server's id. */
  roles: ReadonlyMap<string, bigint>;
  app: Member;
};

/** Somebody in a server; the role of everyone is not listed. */
export type Member = { id: string; roles: readonly string[] };

export type Channel = {
  type: ChannelType;
  /** Of a thread its channel, of a channel its category. */
  parentId: string | undefined;
  overwrites: readonly Overwrite[];
};

/** What a channel allows or denies a role or a member, whatever the roles say. */
type Overwrite = { id: string; type: OverwriteType; allow: bigint; deny: bigint };

/** Servers that the app is in, wherever they are known from; undefined for others. */
export type Servers = {
  server(id: string): Promise<Server | undefined> | Server | undefined;
  /** A channel or thread of a server. */
  channel(server: string, id: string): Promise<Channel | undefined> | Channel | undefined;
};

export const isThread = ({ type }: { type: number }): boolean =>
  type === ChannelType.PublicThread ||
  type === ChannelType.PrivateThread ||
  type === ChannelType.AnnouncementThread;

/**
 * What a member and the app may do in a channel of a server; undefined if the app isn't in the server,
 * or the channel isn't of it. So for a private thread: somebody who may see its channel need not be in it.
 */
export async function permissionsIn(
  servers: Servers,
  serverId: string,
  channelId: string,
  member: Member,
): Promise<{ invoker: bigint; app: bigint } | undefined> {
  const [server, channel] = await Promise.all([
    servers.server(serverId),
    servers.channel(serverId, channelId),
  ]);
  if (!server || !channel || channel.type === ChannelType.PrivateThread) return undefined;
  const place = isThread(channel)
    ? await servers.channel(serverId, channel.parentId ?? '')
    : channel;
  if (!place) return undefined;
  const of = (one: Member) => computePermissions(serverId, server, place.overwrites, one);
  return { invoker: of(member), app: of(server.app) };
}

/**
 * What the roles of a member and a channel's overwrites come to.
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
function computePermissions(
  serverId: string,
  { ownerId, roles }: Server,
  overwrites: readonly Overwrite[],
  member: Member,
): bigint {
  const held = [serverId, ...member.roles].reduce((all, id) => all | (roles.get(id) ?? 0n), 0n);
  if (member.id === ownerId || (held & PermissionFlagsBits.Administrator) !== 0n) return ALL;
  const isRole = ({ type }: Overwrite) => type === OverwriteType.Role;
  return [
    overwrites.filter((one) => isRole(one) && one.id === serverId),
    overwrites.filter((one) => isRole(one) && one.id !== serverId && member.roles.includes(one.id)),
    overwrites.filter((one) => !isRole(one) && one.id === member.id),
  ].reduce(applied, held);
}

/** Overwrites of one rank together: what one of them allows, none of the others denies. */
function applied(bits: bigint, overwrites: readonly Overwrite[]): bigint {
  const denied = overwrites.reduce((all, { deny }) => all | deny, 0n);
  const allowed = overwrites.reduce((all, { allow }) => all | allow, 0n);
  return (bits & ~denied) | allowed;
}

const ALL = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);
