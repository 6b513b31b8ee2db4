import { type Posted, Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Claim } from '../store/tables/day-posts.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dayPost, footerOf } from './day-post.ts';
import { notifyMissed } from './notify-missed.ts';
import type { Run } from './schedule.ts';

/** How late a post may come. */
const CATCH_UP_MS = 6 * 60 * 60 * 1000;
/**
 * How long a try may take before another process thinks that it has ended. Where it was only slow, the
 * nonce that both carry leaves one post.
 */
const LEASE_MS = 15_000;
/** Clocks differ: what was posted a little before its time counts, too. */
const EARLY_MS = 60 * 1000;
/** Surely less than the "past few minutes" in which Discord drops a second post of the same nonce. */
const NONCE_MS = 2 * 60 * 1000;
/** What Discord refuses, or doesn't show, is tried that often. */
const FEW_TRIES = 4;
/** The second try comes with the next run; from then on the pauses grow between these. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 10 * 60 * 1000;

/**
 * Posts a day once. The day is claimed in the database first; a try that follows one of unknown end
 * looks in the channel for its post, and both carry the same nonce, so that whenever a process dies
 * there is one post. If the channel's history can't be read, a post that may be there is left.
 * @throws what Discord answers, if it is neither an answer nor a refusal: then it is tried again
 */
export async function deliver(
  subscription: Subscription,
  run: Run,
  services: Services,
): Promise<void> {
  const { guild, channel } = subscription;
  const { channels, now } = services;
  const { dayPosts } = services.store;
  const claim = await dayPosts.claim(guild, run.day, LEASE_MS);
  if (!claim) return;
  try {
    const found = claim.tries > 1 && (await findPosted(subscription, run, claim, services));
    if (found) return void (await dayPosts.finish(claim, 'posted', found));
    if (isLate(run, now())) {
      return void (await dayPosts.finish(claim, wasTrying(claim) ? 'failed' : 'late'));
    }
    const archive = services.archiveIn(guild);
    const post = await dayPost(subscription, run.day, { archive });
    if (!post) return void (await dayPosts.finish(claim, 'empty'));
    const posted = await channels.post(channel, post, `${run.day}-${guild.slice(-14)}`);
    await dayPosts.finish(claim, 'posted', posted);
  } catch (error) {
    await handleFailure(error, subscription, claim, services);
  }
}

/** The post of an earlier try. @throws Refused if one may be there and can't be seen */
async function findPosted(
  { channel }: Subscription,
  run: Run,
  { at, begunAt }: Claim,
  { channels }: Services,
): Promise<Posted | undefined> {
  const since = new Date(run.at.getTime() - EARLY_MS);
  try {
    return await channels.findOwn(channel, since, { footer: footerOf(run.day) });
  } catch (error) {
    const isSafe = at.getTime() - begunAt.getTime() < NONCE_MS;
    if (isSafe && error instanceof Refused && error.why === 'history') return undefined;
    throw error;
  }
}

/**
 * Decides what follows from a try that failed; nothing, if another has begun since.
 * @throws what isn't a refusal
 */
async function handleFailure(
  error: unknown,
  subscription: Subscription,
  claim: Claim,
  services: Services,
): Promise<void> {
  const { day, tries } = claim;
  const { dayPosts, subscriptions } = services.store;
  const why = error instanceof Refused ? error.why : undefined;
  if (why === 'gone' || why === 'forbidden') {
    const isOurs = await dayPosts.finish(claim, 'refused');
    if (isOurs) await subscriptions.pause(subscription, why);
  } else if (why === 'deleted') {
    // It was posted, and somebody has taken it away since.
    await dayPosts.finish(claim, 'posted');
  } else if (error instanceof Refused && tries >= FEW_TRIES) {
    const isOurs = await dayPosts.finish(claim, why === 'history' ? 'unknown' : 'refused');
    if (isOurs) await notifyMissed(subscription, day, error, services);
  } else {
    const pause = tries > 1 ? Math.min(FIRST_PAUSE_MS * 3 ** (tries - 2), LONGEST_PAUSE_MS) : 0;
    await dayPosts.release(claim, pause);
    if (!why) throw error;
  }
}

const isLate = ({ at }: Run, now: Date): boolean => now.getTime() - at.getTime() > CATCH_UP_MS;

/** Whether the bot was there all the time, and Discord wasn't. */
const wasTrying = ({ at, lastUntil }: Claim): boolean =>
  lastUntil !== undefined && at.getTime() - lastUntil.getTime() < 3 * LONGEST_PAUSE_MS;
