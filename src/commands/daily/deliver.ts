import type { Subscription } from '../../store/subscriptions.ts';
import { Refused } from '../channels.ts';
import type { Services } from '../command.ts';
import { dayPost, markOf } from './day-post.ts';
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

/**
 * Posts a day once. The day is claimed in the database first; a try that follows one of unknown end
 * looks in the channel for its post, and both carry the same nonce, so that whenever a process dies
 * there is one post.
 * @throws what Discord answers, where it is neither an answer nor a refusal for good: then it is tried
 * again
 */
export async function deliver(
  subscription: Subscription,
  run: Run,
  services: Services,
): Promise<void> {
  const { guild, channel } = subscription;
  const { store, channels, now } = services;
  const leaseUntil = new Date(now().getTime() + LEASE_MS);
  const claim = await store.dayPosts.claim(guild, run.day, now(), leaseUntil);
  if (!claim) return;
  try {
    const since = new Date(run.at.getTime() - EARLY_MS);
    const found =
      claim === 'again' && (await channels.findOwn(channel, since, { footer: markOf(run.day) }));
    if (found) return await store.dayPosts.finish(guild, run.day, 'posted', found);
    if (isLate(run, now())) return await store.dayPosts.finish(guild, run.day, 'late');
    const post = dayPost(subscription, run.day, services);
    if (!post) return await store.dayPosts.finish(guild, run.day, 'empty');
    const posted = await channels.post(channel, post, `${run.day}-${guild.slice(-14)}`);
    await store.dayPosts.finish(guild, run.day, 'posted', posted);
  } catch (error) {
    if (!(error instanceof Refused)) {
      await store.dayPosts.release(guild, run.day);
      throw error;
    }
    await store.dayPosts.finish(guild, run.day, 'refused');
    await store.subscriptions.pause(subscription, error.why);
  }
}

const isLate = ({ at }: Run, now: Date): boolean => now.getTime() - at.getTime() > CATCH_UP_MS;
