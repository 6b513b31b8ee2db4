import type { APIUser } from 'discord-api-types/v10';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { NotSent } from './not-sent.ts';

/**
 * A user by id or name.
 * @throws NotSent if there is none
 */
export function resolveUser(world: World, asked: string): APIUser {
  const user = world.users.find(
    ({ id, username }) => id === asked || username === asked.toLowerCase(),
  );
  if (user) return user;
  const names = world.users.map(({ username }) => username).join(', ');
  throw new NotSent(`There is no user "${asked}"; there are ${names}.`);
}

/**
 * A place by id or name, or `dm` for the user's conversation with the bot.
 * @throws NotSent if there is none, or the user is not in it
 */
export function resolveChannel(world: World, user: APIUser, asked = 'general'): Place {
  const name = asked.replace(/^#/, '');
  const place =
    name === 'dm'
      ? world.directMessages(user)
      : (Object.entries(world.named).find(([key]) => key === name)?.[1] ??
        [...world.places.values()].find((one) => one.id === name || one.name === name));
  if (!place) throw new NotSent(`There is no channel "${asked}".`);
  if (!place.readers.some(({ id }) => id === user.id)) {
    throw new NotSent(`${user.username} cannot see ${place.name}.`);
  }
  return place;
}
