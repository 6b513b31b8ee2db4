import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';

/** Whether Discord has answered that it won't do it; otherwise what became of it isn't known. */
export const isRefusal = (error: unknown): error is DiscordAPIError =>
  error instanceof DiscordAPIError;

/** Whether Discord refused with one of these codes. */
export const hasCode = (error: unknown, ...codes: readonly RESTJSONErrorCodes[]): boolean =>
  isRefusal(error) && codes.some((code) => code === error.code);

/** Whether Discord no longer waits for the answer. */
export const isStale = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.UnknownInteraction);

/** Whether somebody else has answered. */
export const isAnswered = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);

/** Whether a message is larger than Discord takes. */
export const isTooLarge = (error: unknown): boolean =>
  hasCode(error, RESTJSONErrorCodes.RequestEntityTooLarge) ||
  ((error instanceof DiscordAPIError || error instanceof HTTPError) && error.status === 413);
