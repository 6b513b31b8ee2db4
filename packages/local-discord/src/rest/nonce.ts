import type { APIMessage } from 'discord-api-types/v10';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';

/** How long a nonce stands for its message, in milliseconds: "the past few minutes". */
const NONCE_LIVES_MS = 5 * 60 * 1000;

/**
 * The bot's message of the same nonce, if it is young enough.
 * @see https://docs.discord.com/developers/resources/message#create-message
 */
export const findByNonce = (
  world: World,
  place: Place,
  nonce: string | number | null | undefined,
): APIMessage | undefined =>
  nonce === undefined || nonce === null
    ? undefined
    : world.messages
        .list(place, world.bot.id)
        .map(({ message }) => message)
        .find(
          (message) =>
            message.nonce === nonce && world.now() - Date.parse(message.timestamp) < NONCE_LIVES_MS,
        );
