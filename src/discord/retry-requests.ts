import { setTimeout as wait } from 'node:timers/promises';
import { DefaultRestOptions, type REST, RESTJSONErrorCodes, type ResponseLike } from 'discord.js';

type MakeRequest = REST['options']['makeRequest'];
type Init = Parameters<MakeRequest>[1];
type Request = { method: string; path: string; init: Init };

/** Pauses between the tries of a request, in milliseconds. */
const PAUSES = [50, 250, 1000];
/** What fills in or takes away a deferred answer is tried for minutes: "is thinking…" must not stay. */
const LONG_PAUSES = [...PAUSES, 3000, 10_000, 30_000, 60_000, 120_000];

/** How long one try may take. */
const TRY_MS = 15_000;
/** An interaction waits for 3 s in all, so that a try that hangs must leave time for the next. */
const CALLBACK_TRY_MS = 1200;

/** Errors of a connection that never stood: Discord can't have the request. */
const NOT_SENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/**
 * Options for a REST client that repeats what is safe to repeat, after a lost connection or a
 * server error (5xx), and nothing else. discord.js by itself repeats everything after a 5xx, a new
 * message too, and nothing after most lost connections.
 */
export const restOptions = (apiUrl: string | undefined) => ({
  ...(apiUrl && { api: apiUrl }),
  retries: 0,
  // Of all the tries together.
  timeout: 10 * 60 * 1000,
  makeRequest,
});

async function makeRequest(url: string, init: Init): Promise<ResponseLike> {
  const request = { method: init.method ?? 'GET', path: new URL(url).pathname, init };
  const isSafe = isIdempotent(request);
  const pauses = isMessageOfAnswer(request) && isSafe ? LONG_PAUSES : PAUSES;
  for (let repeats = 0; ; repeats += 1) {
    const isLast = repeats === pauses.length;
    try {
      const response = await DefaultRestOptions.makeRequest(url, tryOf(request));
      const isFaulty = response.status >= 500 && isSafe && !isLast;
      if (!isFaulty) return repeats > 0 ? await asFirst(request, url, response) : response;
      await response.arrayBuffer();
    } catch (error) {
      if (isLast || init.signal?.aborted || !(isSafe || wasNotSent(error))) throw error;
    }
    await wait(pauses[repeats]);
  }
}

/** One try, which ends by itself. */
function tryOf({ path, init }: Request): Init {
  // Files take their time.
  const isShort = isCallback(path) && typeof init.body === 'string';
  const timeout = AbortSignal.timeout(isShort ? CALLBACK_TRY_MS : TRY_MS);
  return { ...init, signal: init.signal ? AbortSignal.any([init.signal, timeout]) : timeout };
}

const isCallback = (path: string): boolean => /\/interactions\/.+\/callback$/.test(path);

const isMessageOfAnswer = ({ path }: Request): boolean => /\/webhooks\/.+\/messages\//.test(path);

/**
 * Whether a request leads to the same, done once or twice: all but a new message, and that too if
 * its nonce is enforced.
 */
function isIdempotent({ method, path, init }: Request): boolean {
  if (method !== 'POST' || isCallback(path)) return true;
  if (/\/webhooks\//.test(path)) return false;
  if (!/\/messages$/.test(path)) return true;
  return typeof init.body === 'string' && JSON.parse(init.body).enforce_nonce === true;
}

function wasNotSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_SENT.includes(String(error.code));
}

/**
 * The answer to a repeated request as the first would have had it: that it has been acknowledged, or
 * deleted, already, was this request's own doing.
 */
async function asFirst(
  { method, path }: Request,
  url: string,
  response: ResponseLike,
): Promise<ResponseLike> {
  if (response.status !== 400 && response.status !== 404) return response;
  const body = await response.text();
  const code = codeOf(body);
  const isOwn =
    (isCallback(path) && code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) ||
    (method === 'DELETE' && code === RESTJSONErrorCodes.UnknownMessage);
  if (!isOwn) {
    const { status, statusText } = response;
    return new Response(body, { status, statusText, headers: [...response.headers] });
  }
  const wantsBody = new URL(url).searchParams.get('with_response') === 'true';
  // Which message it was is not known here.
  return wantsBody ? Response.json({ interaction: {} }) : new Response(null, { status: 204 });
}

function codeOf(body: string): unknown {
  try {
    return JSON.parse(body).code;
  } catch {
    return undefined;
  }
}
