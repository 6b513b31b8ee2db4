import { DiscordjsError, DiscordjsErrorCodes } from 'discord.js';
import { UserError } from '../errors.ts';

/** Why the bot could not connect, in a sentence that says what to do. */
export function connectError(error: unknown, apiUrl: string | undefined): UserError {
  const where = apiUrl ? `DISCORD_API_URL (${apiUrl})` : 'discord.com';
  const what = isRefusedToken(error)
    ? 'Discord refuses DISCORD_TOKEN: copy it anew from the application’s page, under Bot.'
    : isTooLarge(error)
      ? 'Discord refuses a shard of more than 2,500 servers: raise SHARD_COUNT, in all processes.'
      : isNoApi(error)
        ? `What answers at ${where} is not Discord: check the address.`
        : `Discord can’t be reached at ${where}: ${error instanceof Error ? error.message : error}.`;
  return new UserError(what, { cause: error });
}

/** Whether another try would fail in the same way. */
export const isPermanent = (error: unknown): boolean =>
  isRefusedToken(error) ||
  isNoApi(error) ||
  (error instanceof Error && REFUSED_LOGINS.includes(error.message));

/** With these words discord.js reports that the gateway closed for good, whatever the token. */
const REFUSED_LOGINS = [
  'Invalid shard',
  'Sharding is required',
  'Used an invalid API version',
  'Used invalid intents',
  'Used disallowed intents',
];

/** By REST as an error with a code; by the gateway, which closes with 4004, only in these words. */
const isRefusedToken = (error: unknown): boolean =>
  error instanceof DiscordjsError
    ? error.code === DiscordjsErrorCodes.TokenInvalid
    : error instanceof Error && error.message === 'Authentication failed';

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.message === 'Sharding is required';

/** An answer that is no JSON, or lacks what the client looks for in it. */
const isNoApi = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof TypeError && !error.cause);
