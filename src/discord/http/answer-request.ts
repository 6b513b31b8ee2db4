import type { IncomingMessage } from 'node:http';
import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import { type Interaction, readInteraction, UNREAD } from '../interaction-payload.ts';
import { readBody } from './read-body.ts';
import type { createVerifier } from './verify.ts';

/** What a request is answered with. */
export type Answer = {
  status: number;
  headers?: Record<string, string>;
  json?: object;
  /** What whoever runs the bot should know. */
  warning?: string;
};

const STALE =
  'A request of Discord’s is more than five minutes from this machine’s time: is its clock right?';

export const PATH = '/interactions';

/**
 * Answers one request: a ping at once, an interaction when `take` is done with it, and anything else
 * with why it isn't taken.
 * @param take settles when Discord has an answer, which goes by REST
 */
export async function answerRequest(
  request: IncomingMessage,
  judge: ReturnType<typeof createVerifier>,
  take: (interaction: Interaction) => Promise<void>,
  now: () => Date,
): Promise<Answer> {
  if (request.url?.split('?')[0] !== PATH) return { status: 404 };
  if (request.method !== 'POST') return { status: 405, headers: { Allow: 'POST' } };
  const body = await readBody(request);
  if (!body) return { status: 413 };
  const signature = request.headers['x-signature-ed25519']?.toString();
  const timestamp = request.headers['x-signature-timestamp']?.toString();
  const verdict = judge({ signature, timestamp, body }, now());
  if (verdict === 'forged') return { status: 401 };
  if (verdict === 'stale') return { status: 401, warning: STALE };
  const payload = parse(body);
  if (isPing(payload)) return { status: 200, json: { type: InteractionResponseType.Pong } };
  const read = readInteraction(payload);
  if ('problems' in read)
    return { status: 400, warning: `${UNREAD} (${read.problems.join(', ')})` };
  await take(read.interaction);
  return { status: 202 };
}

const isPing = (payload: unknown): boolean =>
  typeof payload === 'object' &&
  payload !== null &&
  'type' in payload &&
  payload.type === InteractionType.Ping;

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
