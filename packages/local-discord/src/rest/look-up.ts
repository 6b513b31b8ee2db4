import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Context } from 'hono';
import { InvalidForm, violation } from '../rules/violation.ts';
import type { StoredMessage } from '../world/messages.ts';
import { type Place, permissionsIn } from '../world/places.ts';
import type { World } from '../world/world.ts';
import { ApiError } from './api-error.ts';

/** @throws InvalidForm if a part of the path that should be an id is none */
export function readId(context: Context, name: string): string {
  const value = context.req.param(name) ?? '';
  if (/^\d{1,20}$/.test(value)) return value;
  const message = `Value "${value}" is not snowflake.`;
  throw new InvalidForm([violation([name], 'NUMBER_TYPE_COERCE', message)]);
}

/** @throws ApiError if the place is unknown, or the bot cannot see it */
export function findPlace(world: World, id: string): Place {
  const place = world.places.get(id);
  if (!place) throw new ApiError('unknownChannel');
  if (!mayIn(world, place, PermissionFlagsBits.ViewChannel)) throw new ApiError('missingAccess');
  return place;
}

/** @throws ApiError if the bot lacks a permission in a place that it sees */
export function requirePermission(world: World, place: Place, permission: bigint): void {
  if (!mayIn(world, place, permission)) throw new ApiError('missingPermissions');
}

/** Whether the bot has a permission in a place. */
export const mayIn = (world: World, place: Place, permission: bigint) =>
  (permissionsIn(place, world.bot.id) & permission) === permission;

/**
 * A message by its place and id; a private one cannot be reached so, but only in the name of its
 * interaction.
 * @throws ApiError if there is none
 */
export function findMessage(world: World, place: Place, id: string): StoredMessage {
  const stored = world.messages.find(id);
  if (!stored || stored.place.id !== place.id || stored.onlyFor) {
    throw new ApiError('unknownMessage');
  }
  return stored;
}
