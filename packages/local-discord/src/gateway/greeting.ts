import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { toApiGuild } from '../world/api-guild.ts';
import type { Guild } from '../world/guild.ts';
import { toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';
import type { Dispatch, Session } from './session.ts';
import { isInShard } from './shard.ts';

/** The first event of a session. @see https://docs.discord.com/developers/events/gateway-events#ready */
export const ready = (world: World, session: Session, resumeUrl: string): Dispatch => ({
  t: GatewayDispatchEvents.Ready,
  d: {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: false },
    guilds: guildsOf(world, session).map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: world.applicationId, flags: 0 },
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    geo_ordered_rtc_regions: [],
  },
});

/** The servers of a session's shard. */
export const guildsOf = (world: World, { shard }: Pick<Session, 'shard'>): Guild[] =>
  [...world.guilds.values()].filter(({ id }) => isInShard(shard, id));

/** A server with all that is in it. */
export function guildCreate(world: World, guild: Guild): Dispatch {
  const places = [...world.places.values()].filter((place) => place.guild === guild);
  const describe = (isThread: boolean) =>
    places
      .filter(({ parentId }) => (parentId !== undefined) === isThread)
      .map((place) => toApiChannel(place, world.bot));
  return {
    t: GatewayDispatchEvents.GuildCreate,
    d: {
      ...toApiGuild(guild),
      joined_at: guild.joinedAt,
      large: false,
      unavailable: false,
      member_count: guild.members.length,
      members: guild.members,
      channels: describe(false),
      threads: describe(true),
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    },
  };
}
