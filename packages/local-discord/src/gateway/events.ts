import {
  type APIMessage,
  type APIUser,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10';
import type { Guild } from '../world/guild.ts';
import type { StoredMessage } from '../world/messages.ts';
import { type Place, toApiChannel } from '../world/places.ts';
import type { World, WorldEvent } from '../world/world.ts';
import { guildCreate } from './greeting.ts';
import type { Dispatch, Session } from './session.ts';
import { isInShard } from './shard.ts';

const MESSAGE_EVENTS = {
  'message-created': Event.MessageCreate,
  'message-updated': Event.MessageUpdate,
  'message-deleted': Event.MessageDelete,
} as const;

const CHANNEL_EVENTS = {
  'place-created': Event.ChannelCreate,
  'place-changed': Event.ChannelUpdate,
  'place-deleted': Event.ChannelDelete,
} as const;

const THREAD_EVENTS = {
  'place-created': Event.ThreadCreate,
  'place-changed': Event.ThreadUpdate,
  'place-deleted': Event.ThreadDelete,
} as const;

/**
 * What a session receives of an event; undefined for nothing, so for what is another shard's. Private
 * messages and places without the bot are never sent.
 */
export function toDispatch(
  world: World,
  event: WorldEvent,
  { intents, shard }: Pick<Session, 'intents' | 'shard'>,
): Dispatch | undefined {
  if (event.type === 'commands-changed' || !isInShard(shard, guildOf(event)?.id)) return undefined;
  switch (event.type) {
    case 'interaction-opened':
      if (world.endpoint.url !== undefined) return undefined;
      return { t: Event.InteractionCreate, d: event.interaction.payload };
    case 'message-created':
    case 'message-updated':
    case 'message-deleted': {
      const { place, onlyFor } = event.stored;
      const needed = place.guild ? Intent.GuildMessages : Intent.DirectMessages;
      if (onlyFor || !place.hasBot || !(intents & needed)) return undefined;
      const d = event.type === 'message-deleted' ? gone(event.stored) : shown(world, event.stored);
      return { t: MESSAGE_EVENTS[event.type], d };
    }
    case 'guild-joined':
      return intents & Intent.Guilds ? guildCreate(world, event.guild) : undefined;
    case 'place-created':
    case 'place-changed':
    case 'place-deleted':
      return placeDispatch(world, event.place, event.type, intents);
    default:
      return undefined;
  }
}

function guildOf(event: Exclude<WorldEvent, { type: 'commands-changed' }>): Guild | undefined {
  if ('guild' in event) return event.guild;
  if ('place' in event) return event.place.guild;
  return 'stored' in event ? event.stored.place.guild : event.interaction.place.guild;
}

function placeDispatch(
  world: World,
  place: Place,
  happened: keyof typeof CHANNEL_EVENTS,
  intents: number,
): Dispatch | undefined {
  if (!place.hasBot) return undefined;
  const needed = place.guild ? Intent.Guilds : Intent.DirectMessages;
  if (!(intents & needed)) return undefined;
  const d = toApiChannel(place, world.bot);
  if (!place.parentId) return { t: CHANNEL_EVENTS[happened], d };
  const isNew = happened === 'place-created';
  return { t: THREAD_EVENTS[happened], d: isNew ? { ...d, newly_created: true } : d };
}

const gone = ({ message, place }: StoredMessage) => ({
  id: message.id,
  channel_id: place.id,
  ...(place.guild ? { guild_id: place.guild.id } : {}),
});

/** In a server, without the privileged intent, what others write is shown without its content. */
function shown(world: World, { message, place }: StoredMessage): object {
  if (!place.guild) return message;
  const member = place.guild.members.find(({ user }) => user.id === message.author.id);
  const isOpen = message.author.id === world.bot.id || message.mentions.some(isUser(world.bot));
  return {
    ...(isOpen ? message : withoutContent(message)),
    guild_id: place.guild.id,
    ...(member ? { member: { ...member, user: undefined } } : {}),
  };
}

const isUser =
  (user: APIUser) =>
  ({ id }: APIUser): boolean =>
    id === user.id;

const withoutContent = (message: APIMessage): APIMessage => ({
  ...message,
  content: '',
  embeds: [],
  attachments: [],
  components: [],
});
