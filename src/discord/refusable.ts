import { RESTJSONErrorCodes } from 'discord.js';
import { type Refusal, Refused } from '../interactions/channels.ts';
import { isRefusal } from './refusal.ts';

const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
];
const FORBIDDEN: readonly unknown[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
];

/**
 * What a request gives.
 * @throws Refused for what Discord won't do, whoever tries again; what the client throws for all else
 */
export async function refusable<Value>(request: Promise<Value>): Promise<Value> {
  try {
    return await request;
  } catch (error) {
    const why = whyRefused(error);
    if (!why || !isRefusal(error)) throw error;
    throw new Refused(why, { cause: error }, Number(error.code));
  }
}

/** Undefined for what may pass: an outage, a rate limit. */
function whyRefused(error: unknown): Refusal | undefined {
  if (!isRefusal(error)) return undefined;
  if (GONE.includes(error.code)) return 'gone';
  if (error.code === RESTJSONErrorCodes.UnknownMessage) return 'deleted';
  if (FORBIDDEN.includes(error.code)) return 'forbidden';
  const isKnown = error.code !== 0 && error.status !== 401 && error.status !== 429;
  return isKnown ? 'rejected' : undefined;
}

/** The same for what is read of the past: there a permission is missing to read the history. */
export async function readable<Value>(request: Promise<Value>): Promise<Value> {
  try {
    return await refusable(request);
  } catch (error) {
    if (!(error instanceof Refused) || error.why !== 'forbidden') throw error;
    throw new Refused('history', { cause: error });
  }
}
