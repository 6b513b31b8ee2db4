import { type REST, RESTJSONErrorCodes, Routes, SnowflakeUtil } from 'discord.js';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Channels, type Post, type Posted, Refused } from '../interactions/channels.ts';
import { matches, OwnMessage } from './own-message.ts';
import { readable, refusable } from './refusable.ts';

const Message = z.object({ id: z.string(), channel_id: z.string() });

const Channel = z.object({
  last_message_id: z.string().nullish(),
  guild_id: z.string().optional(),
});

/** As many messages as Discord gives at once, and how often they are asked for. */
const AT_ONCE = 100;
const PAGES = 10;

/** Channels by REST, whatever the gateway is doing. */
export function createChannels(rest: REST): Channels {
  let self: Promise<string> | undefined;
  const ownId = () => {
    self ??= rest.get(Routes.user()).then((user) => z.object({ id: z.string() }).parse(user).id);
    self.catch(() => {
      self = undefined;
    });
    return self;
  };

  async function post(
    channelId: string,
    { replyTo, ...sent }: Post,
    nonce?: string,
  ): Promise<Posted> {
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...sent,
      allowed_mentions: { parse: [], replied_user: false },
      ...(replyTo && {
        message_reference: { message_id: replyTo, fail_if_not_exists: false },
      }),
      ...(nonce && { nonce, enforce_nonce: true }),
    };
    const posted = await refusable(rest.post(Routes.channelMessages(channelId), { body }));
    const { id, channel_id } = Message.parse(posted);
    return { id, channelId: channel_id };
  }

  async function directOf(userId: string): Promise<string> {
    const body = { recipient_id: userId };
    const channel = await refusable(rest.post(Routes.userChannels(), { body }));
    return z.object({ id: z.string() }).parse(channel).id;
  }

  /**
   * Without the permission to read a channel's history Discord gives an empty one: whether it is empty shows by the
   * channel's last message.
   * @see https://docs.discord.com/developers/resources/message#get-channel-messages
   */
  async function requireHistory(channelId: string, after: string): Promise<void> {
    const { last_message_id: last } = Channel.parse(
      await refusable(rest.get(Routes.channel(channelId))),
    );
    if (!last || BigInt(last) <= BigInt(after)) return;
    await readable(rest.get(Routes.channelMessage(channelId, last))).catch((error) => {
      if (!(error instanceof Refused) || error.why !== 'deleted') throw error;
    });
  }

  return {
    post,

    directOf,

    async sendDirect(userId, sent, nonce) {
      await post(await directOf(userId), sent, nonce);
    },

    async findOwn(channelId, since, meant) {
      const own = await ownId();
      let after = SnowflakeUtil.generate({ timestamp: since }).toString();
      for (let page = 0; page < PAGES; page += 1) {
        const query = new URLSearchParams({ after, limit: String(AT_ONCE) });
        const batch = await readable(rest.get(Routes.channelMessages(channelId), { query }));
        const messages = z.array(OwnMessage).parse(batch);
        if (messages.length === 0) await requireHistory(channelId, after);
        const found = messages.find((one) => one.author.id === own && matches(one, meant));
        if (found) return { id: found.id, channelId };
        if (messages.length < AT_ONCE) return undefined;
        after = newest(messages.map(({ id }) => id));
      }
      return undefined;
    },

    async change({ id, channelId }, { replyTo: _replyTo, content = '', components = [], embeds }) {
      const body = { content, embeds, components, allowed_mentions: { parse: [] } };
      await refusable(rest.patch(Routes.channelMessage(channelId, id), { body }));
    },

    async delete({ id, channelId }) {
      await refusable(rest.delete(Routes.channelMessage(channelId, id))).catch((error) => {
        if (!(error instanceof Refused) || error.why !== 'deleted') throw error;
      });
    },

    async startThread({ id, channelId }, name) {
      const route = Routes.threads(channelId, id);
      await refusable(rest.post(route, { body: { name } })).catch((error) => {
        if (error?.code !== RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) throw error;
      });
    },

    async isMember(guildId, userId) {
      try {
        await refusable(rest.get(Routes.guildMember(guildId, userId)));
        return true;
      } catch (error) {
        if (error instanceof Refused) return false;
        throw error;
      }
    },

    async serverOf(channelId) {
      try {
        return Channel.parse(await refusable(rest.get(Routes.channel(channelId)))).guild_id;
      } catch (error) {
        if (error instanceof Refused) return undefined;
        throw error;
      }
    },

    async exists(channelId) {
      try {
        await refusable(rest.get(Routes.channel(channelId)));
        return true;
      } catch (error) {
        if (error instanceof Refused && error.why !== 'rejected') return false;
        throw error;
      }
    },
  };
}

/** Discord gives messages in no order that it promises. */
const newest = (ids: readonly string[]): string =>
  ids.reduce((latest, id) => (BigInt(id) > BigInt(latest) ? id : latest));
