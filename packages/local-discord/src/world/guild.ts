import {
  type APIGuildMember,
  type APIRole,
  type APIUser,
  type GuildMemberFlags,
  PermissionFlagsBits as Permission,
  type RoleFlags,
} from 'discord-api-types/v10';

/** A server: its roles and who is in it. */
export type Guild = {
  id: string;
  name: string;
  ownerId: string;
  joinedAt: string;
  roles: readonly APIRole[];
  members: readonly APIGuildMember[];
};

const EVERYONE =
  Permission.ViewChannel |
  Permission.SendMessages |
  Permission.SendMessagesInThreads |
  Permission.CreatePublicThreads |
  Permission.EmbedLinks |
  Permission.AttachFiles |
  Permission.ReadMessageHistory |
  Permission.AddReactions |
  Permission.UseExternalApps |
  Permission.UseApplicationCommands;

/** All that a bot may do here; it may ping everyone, so that a message that does is noticed. */
const BOT = EVERYONE | Permission.MentionEveryone;
const MANAGER = EVERYONE | Permission.ManageGuild | Permission.ManageMessages;

const role = (id: string, name: string, permissions: bigint, position: number): APIRole => ({
  id,
  name,
  permissions: permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0 as RoleFlags,
});

const member = (user: APIUser, roles: string[], joinedAt: string): APIGuildMember => ({
  user,
  roles,
  nick: null,
  avatar: null,
  banner: null,
  joined_at: joinedAt,
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0 as GuildMemberFlags,
  pending: false,
  communication_disabled_until: null,
});

/** A server with an id of its own if none is given, in which `managers` may manage it, `others` may take part, and the bot may speak. */
export function createGuild(options: {
  nextId: () => string;
  name: string;
  joinedAt: string;
  ownerId: string;
  managers: readonly APIUser[];
  others: readonly APIUser[];
  bot: APIUser | undefined;
  id?: string | undefined;
}): Guild {
  const { nextId, name, joinedAt, ownerId, managers, others, bot } = options;
  const { id = nextId() } = options;
  const managerRole = role(nextId(), 'Keepers', MANAGER, 1);
  const botRole = role(nextId(), 'Bots', BOT, 2);
  const memberRole = role(nextId(), 'Historians', 0n, 3);
  return {
    id,
    name,
    ownerId,
    joinedAt,
    roles: [role(id, '@everyone', EVERYONE, 0), managerRole, botRole, memberRole],
    members: [
      ...managers.map((user) => member(user, [managerRole.id], joinedAt)),
      ...others.map((user) => member(user, [memberRole.id], joinedAt)),
      ...(bot ? [member(bot, [botRole.id], joinedAt)] : []),
    ],
  };
}

/** What a member's roles allow together; nothing for someone who isn't a member. */
export function permissionsOf(guild: Guild, userId: string): bigint {
  const found = guild.members.find(({ user }) => user.id === userId);
  if (!found) return 0n;
  return guild.roles
    .filter(({ id }) => id === guild.id || found.roles.includes(id))
    .reduce((all, { permissions }) => all | BigInt(permissions), 0n);
}
