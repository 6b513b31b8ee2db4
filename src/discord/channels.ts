import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Channels, Refused } from '../commands/channels.ts';

const Message = z.object({ id: z.string(), channel_id: z.string() });

const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownMessage,
];
const FORBIDDEN: readonly unknown[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

/** Channels by REST, whatever the gateway is doing. */
export function createChannels(rest: REST): Channels {
  return {
    async post(channelId, post, nonce) {
      const body: RESTPostAPIChannelMessageJSONBody = {
        ...post,
        allowed_mentions: { parse: [] },
        ...(nonce && { nonce, enforce_nonce: true }),
      };
      const sent = await refusable(rest.post(Routes.channelMessages(channelId), { body }));
      const { id, channel_id } = Message.parse(sent);
      return { id, channelId: channel_id };
    },

    async startThread({ id, channelId }, name) {
      const route = Routes.threads(channelId, id);
      await refusable(rest.post(route, { body: { name } })).catch((error) => {
        if (!hasCode(error, [RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage])) throw error;
      });
    },

    async exists(channelId) {
      try {
        await refusable(rest.get(Routes.channel(channelId)));
        return true;
      } catch (error) {
        if (error instanceof Refused) return false;
        throw error;
      }
    },
  };
}

async function refusable<Value>(request: Promise<Value>): Promise<Value> {
  try {
    return await request;
  } catch (error) {
    if (hasCode(error, GONE)) throw new Refused('gone', { cause: error });
    if (hasCode(error, FORBIDDEN)) throw new Refused('forbidden', { cause: error });
    throw error;
  }
}

const hasCode = (error: unknown, codes: readonly unknown[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(error.code);
