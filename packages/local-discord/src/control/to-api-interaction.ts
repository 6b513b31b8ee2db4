import {
  type APIInteraction,
  type APIUser,
  type InteractionType,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { type Place, permissionsIn, toApiChannel } from '../world/places.ts';
import type { World } from '../world/world.ts';

/** What an application may do where only the user has brought it. */
const BROUGHT = Permission.EmbedLinks | Permission.AttachFiles | Permission.UseExternalEmojis;
const LOCALE = 'en-US';
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

type Parts = {
  type: InteractionType;
  user: APIUser;
  place: Place;
  data: object;
  message?: object | undefined;
};

/**
 * An interaction as the gateway carries it.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function toApiInteraction(
  world: World,
  { type, user, place, data, message }: Parts,
  id: string,
  token: string,
): APIInteraction {
  const { guild, hasBot, context } = place;
  const own = {
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    ...(message ? { message } : {}),
    channel_id: place.id,
    channel: toInteractionChannel(world, place, user),
    app_permissions: (hasBot ? permissionsIn(place, world.bot.id) : BROUGHT).toString(),
    locale: LOCALE,
    entitlements: [],
    authorizing_integration_owners: owners(place, user),
    context,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
  if (!guild) return { ...own, user } as unknown as APIInteraction;
  const member = guild.members.find((one) => one.user.id === user.id);
  return {
    ...own,
    guild_id: guild.id,
    guild: { id: guild.id, locale: LOCALE, features: [] },
    guild_locale: LOCALE,
    member: { ...member, permissions: permissionsIn(place, user.id).toString() },
  } as unknown as APIInteraction;
}

/** The server it is installed in (`0` in direct messages) and the user who installed it. */
function owners({ guild, hasBot }: Place, user: APIUser): Record<string, string> {
  if (!hasBot) return { 1: user.id };
  return guild ? { 0: guild.id } : { 0: '0', 1: user.id };
}

const toInteractionChannel = (world: World, place: Place, user: APIUser): object => ({
  ...toApiChannel(place, world.bot),
  ...(place.guild ? { permissions: permissionsIn(place, user.id).toString() } : {}),
});
