import { z } from 'zod';

const User = z.object({ id: z.string(), bot: z.boolean().optional() });

/** Ordinary messages and replies; all others tell of something that happened. */
const SAID = [0, 19];

const Written = z.object({
  id: z.string().regex(/^\d+$/),
  channel_id: z.string(),
  guild_id: z.string(),
  type: z.number(),
  content: z.string(),
  author: User,
  webhook_id: z.string().optional(),
  member: z.object({ roles: z.array(z.string()) }).optional(),
  edited_timestamp: z.string().nullish(),
});

/** What a person wrote in a server, as Discord tells of it. */
export type WrittenMessage = {
  id: string;
  channelId: string;
  guildId: string;
  /** Empty where the app isn't mentioned: Discord doesn't show it then. */
  content: string;
  author: { id: string; roles: readonly string[] };
  /** When it was last edited; null if it never was. */
  editedAt: string | null;
};

/**
 * Reads a message of a server.
 * @returns undefined for what no person wrote there, or where Discord tells only of a part of it
 * @see https://docs.discord.com/developers/events/gateway-events#message-create
 */
export function readWritten(payload: unknown): WrittenMessage | undefined {
  const { data } = Written.safeParse(payload);
  if (!data || data.author.bot || data.webhook_id || !SAID.includes(data.type)) return undefined;
  return {
    id: data.id,
    channelId: data.channel_id,
    guildId: data.guild_id,
    content: data.content,
    author: { id: data.author.id, roles: data.member?.roles ?? [] },
    editedAt: data.edited_timestamp ?? null,
  };
}

/** The ids of messages that were deleted, one or many, and their channel. */
export const Deleted = z
  .object({
    channel_id: z.string(),
    guild_id: z.string().optional(),
    id: z.string().optional(),
    ids: z.array(z.string()).default([]),
  })
  .transform(({ channel_id, guild_id, id, ids }) => ({
    channelId: channel_id,
    guildId: guild_id,
    ids: id === undefined ? ids : [id, ...ids],
  }));
