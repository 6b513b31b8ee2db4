import { type Channels, type MessageMatch, type Post, type Posted, Refused } from './channels.ts';

/** A try to post something, written down before it began; its times are by the database's clock. */
export type Try = {
  /** This one included. */
  tries: number;
  at: Date;
  /** When the first try began. */
  begunAt: Date;
};

/** What is to be posted once. */
export type OncePosted<End extends string> = {
  /** Where; asked for in the try, since asking may open a conversation. */
  channel(): Promise<string>;
  /** An earlier try posted it after this moment. */
  since: Date;
  /** What an earlier try's post, and no other message there, is known by. */
  meant: MessageMatch;
  /** At most 25 characters, and no other message's. */
  nonce: string;
  /** The message, or why there is none to post. */
  compose(): Promise<Post | End>;
};

/** What came of a try. */
export type PostOutcome<End extends string> =
  /** It is there; or it was, and somebody has deleted it since. */
  | { kind: 'posted'; posted: Posted | undefined }
  | { kind: 'ended'; end: End }
  /** Discord won't take it. */
  | { kind: 'refused'; refusal: Refused }
  /** It is to be tried again after a pause; `error` unless Discord refused. */
  | { kind: 'again'; pauseMs: number; error?: unknown };

/**
 * How long a try may take before another process thinks that it has ended. Where it was only slow, the
 * nonce that both carry leaves one post.
 */
export const LEASE_MS = 15_000;
/** The second try comes with the next run; from then on the pauses grow between these. */
const FIRST_PAUSE_MS = 10_000;
export const LONGEST_PAUSE_MS = 10 * 60 * 1000;
/** Clocks differ: what was posted a little before its time counts, too. */
const EARLY_MS = 60 * 1000;
/** Surely less than the "past few minutes" in which Discord drops a second post of the same nonce. */
const NONCE_MS = 2 * 60 * 1000;
/** What Discord refuses, or doesn't show, is tried that often. */
const FEW_TRIES = 4;

/**
 * Posts what has been claimed in the database. A try that follows one of unknown end looks in the
 * channel for its post, and both carry the same nonce, so that whenever a process dies there is one
 * post. If the channel's history can't be read, a post that may be there is left.
 */
export async function postOnce<End extends string>(
  attempt: Try,
  { channel, since, meant, nonce, compose }: OncePosted<End>,
  channels: Channels,
): Promise<PostOutcome<End>> {
  try {
    const where = await channel();
    const from = new Date(since.getTime() - EARLY_MS);
    const found = attempt.tries > 1 && (await findPosted(attempt, where, from, meant, channels));
    if (found) return { kind: 'posted', posted: found };
    const post = await compose();
    if (typeof post === 'string') return { kind: 'ended', end: post };
    return { kind: 'posted', posted: await channels.post(where, post, nonce) };
  } catch (error) {
    return whatFollows(error, attempt);
  }
}

/** The post of an earlier try. @throws Refused if one may be there and can't be seen */
async function findPosted(
  { at, begunAt }: Try,
  channel: string,
  since: Date,
  meant: MessageMatch,
  channels: Channels,
): Promise<Posted | undefined> {
  try {
    return await channels.findOwn(channel, since, meant);
  } catch (error) {
    const isSafe = at.getTime() - begunAt.getTime() < NONCE_MS;
    if (isSafe && error instanceof Refused && error.why === 'history') return undefined;
    throw error;
  }
}

function whatFollows<End extends string>(error: unknown, { tries }: Try): PostOutcome<End> {
  const pauseMs = tries > 1 ? Math.min(FIRST_PAUSE_MS * 3 ** (tries - 2), LONGEST_PAUSE_MS) : 0;
  if (!(error instanceof Refused)) return { kind: 'again', pauseMs, error };
  // It was posted, and somebody has taken it away since.
  if (error.why === 'deleted') return { kind: 'posted', posted: undefined };
  const isFinal = error.why === 'gone' || error.why === 'forbidden' || tries >= FEW_TRIES;
  return isFinal ? { kind: 'refused', refusal: error } : { kind: 'again', pauseMs };
}
