import {
  type APIChannel,
  type APIUser,
  ChannelType,
  InteractionContextType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Guild, permissionsOf } from './guild.ts';

/** Somewhere messages stand: a channel, a thread, a direct message. */
export type Place = {
  id: string;
  name: string;
  type: ChannelType;
  guild: Guild | undefined;
  /** The channel that a thread belongs to. */
  parentId: string | undefined;
  context: InteractionContextType;
  /** Who can read it; in a server, its members. */
  readers: readonly APIUser[];
  /** Who was asked into a private thread, by user id; undefined if nobody needs to be. */
  invited?: readonly string[] | undefined;
  /** Whether the bot's own account takes part, and not only commands brought by a user. */
  hasBot: boolean;
  /** What someone may not do here although their roles allow it, by user id; a thread has its channel's. */
  denied: Map<string, bigint>;
  lastMessageId: string | null;
};

type Named = { id: string; name: string };

export const createTextChannel = ({ id, name }: Named, guild: Guild, botId: string): Place => ({
  id,
  name,
  type: ChannelType.GuildText,
  guild,
  parentId: undefined,
  context: InteractionContextType.Guild,
  readers: guild.members.map(({ user }) => user),
  hasBot: guild.members.some(({ user }) => user.id === botId),
  denied: new Map(),
  lastMessageId: null,
});

/** A thread for all readers of its channel; a private one for those who are invited. */
export function createThread(
  { id, name, invited }: Named & Pick<Place, 'invited'>,
  parent: Place,
): Place {
  const thread: Place = {
    ...parent,
    id,
    name,
    type: invited ? ChannelType.PrivateThread : ChannelType.PublicThread,
    parentId: parent.id,
    invited,
    lastMessageId: null,
  };
  return parent.guild ? { ...thread, readers: readersOf(thread, parent.guild) } : thread;
}

/** A conversation of two: with the bot, or between people who both can bring their commands. */
export const createDirectMessages = (
  id: string,
  readers: readonly APIUser[],
  hasBot: boolean,
): Place => ({
  id,
  name: readers.map(({ username }) => username).join(', '),
  type: ChannelType.DM,
  guild: undefined,
  parentId: undefined,
  context: hasBot ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel,
  readers,
  hasBot,
  denied: new Map(),
  lastMessageId: null,
});

/** What someone may do in a place: in a direct message everything, elsewhere what their roles say. */
export function permissionsIn(place: Place, userId: string): bigint {
  if (!place.guild) return place.hasBot ? ALL : 0n;
  return permissionsOf(place.guild, userId) & ~(place.denied.get(userId) ?? 0n);
}

/** Who can read a place of a server: the members who may see it, of a private thread the invited. */
export const readersOf = (place: Place, guild: Guild): readonly APIUser[] =>
  guild.members
    .map(({ user }) => user)
    .filter(({ id }) => (permissionsIn(place, id) & PermissionFlagsBits.ViewChannel) !== 0n)
    .filter(({ id }) => place.invited?.includes(id) ?? true);

const ALL = (1n << 50n) - 1n;

/** A place as REST and the gateway describe it. */
export function toApiChannel(place: Place, bot: APIUser): APIChannel {
  const { id, name, type, guild, parentId, lastMessageId } = place;
  const common = { id, type, flags: 0, last_message_id: lastMessageId };
  if (!guild) {
    return {
      ...common,
      recipients: place.readers.filter((user) => user.id !== bot.id),
    } as APIChannel;
  }
  const inGuild = { ...common, name, guild_id: guild.id, rate_limit_per_user: 0 };
  if (parentId) return { ...inGuild, ...threadParts(place, bot) } as APIChannel;
  return {
    ...inGuild,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    permission_overwrites: [...place.denied].map(([user, deny]) => ({
      id: user,
      type: OverwriteType.Member,
      allow: '0',
      deny: `${deny}`,
    })),
  } as APIChannel;
}

const threadParts = ({ parentId, guild }: Place, bot: APIUser) => ({
  parent_id: parentId,
  owner_id: bot.id,
  message_count: 0,
  member_count: 1,
  total_message_sent: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: guild?.joinedAt,
    create_timestamp: guild?.joinedAt,
    locked: false,
  },
});
