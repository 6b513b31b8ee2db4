import { type APIUser, ChannelType } from 'discord-api-types/v10';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { toAttempt } from './to-attempt.ts';
import type { View, ViewedPlace } from './view.ts';

/** What someone sees now, the wire aside. */
export function toView(world: World, me: APIUser): Omit<View, 'isConnected' | 'exchanges'> {
  world.directMessages(me);
  const places = [...world.places.values()]
    .filter((place) => isReader(place, me))
    .sort((one, other) => Number(other.hasBot) - Number(one.hasBot));
  const messages = places.flatMap((place) => world.messages.list(place, me.id));
  return {
    me,
    bot: world.bot,
    people: world.users,
    places: places.map((place) => toViewedPlace(place, me)),
    messages: messages.map(({ message }) => message),
    attempts: world.interactions
      .list()
      .filter(({ user }) => user.id === me.id)
      .flatMap((interaction) => toAttempt(interaction) ?? []),
  };
}

export const isReader = ({ readers }: Place, { id }: APIUser): boolean =>
  readers.some((reader) => reader.id === id);

export function toViewedPlace({ id, name, type, ...place }: Place, me: APIUser): ViewedPlace {
  const isDirect = type === ChannelType.DM;
  const other = place.readers.find((reader) => reader.id !== me.id);
  return {
    id,
    name: isDirect && other ? (other.global_name ?? other.username) : name,
    kind: isDirect ? 'direct' : place.parentId ? 'thread' : 'channel',
    server: place.guild?.name,
    hasBot: place.hasBot,
    parentId: place.parentId,
  };
}
