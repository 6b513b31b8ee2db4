import type { Services } from '../interactions/command.ts';
import { LEASE_MS, LONGEST_PAUSE_MS, postOnce } from '../interactions/post-once.ts';
import type { Claim } from '../store/tables/day-posts.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { dayPostWords } from '../wording/daily-post.ts';
import { dayPost } from './day-post.ts';
import { notifyMissed } from './notify-missed.ts';
import type { Run } from './schedule.ts';

/** How late a post may come. */
const CATCH_UP_MS = 6 * 60 * 60 * 1000;

/**
 * Posts a day once, whenever a process dies: the day is claimed in the database first.
 * @throws what Discord answers, if it is neither an answer nor a refusal: then it is tried again
 */
export async function deliver(
  subscription: Subscription,
  run: Run,
  services: Services,
): Promise<void> {
  const { guild, channel } = subscription;
  const { dayPosts, subscriptions } = services.store;
  const claim = await dayPosts.claim(guild, run.day, LEASE_MS);
  if (!claim) return;
  const outcome = await postOnce(
    claim,
    {
      channel: async () => channel,
      since: run.at,
      meant: { footer: dayPostWords.footer(run.day) },
      nonce: `${run.day}-${guild.slice(-14)}`,
      async compose() {
        if (isLate(run, services.now())) return wasTrying(claim) ? 'failed' : 'late';
        const archive = services.archiveIn(guild);
        return (await dayPost(subscription, run.day, { archive })) ?? 'empty';
      },
    },
    services.channels,
  );
  if (outcome.kind === 'posted') await dayPosts.finish(claim, 'posted', outcome.posted);
  else if (outcome.kind === 'ended') await dayPosts.finish(claim, outcome.end);
  else if (outcome.kind === 'again') {
    await dayPosts.release(claim, outcome.pauseMs);
    if (outcome.error) throw outcome.error;
  } else {
    const { refusal } = outcome;
    // Nothing follows if another try has begun since.
    const isOurs = await dayPosts.finish(claim, refusal.why === 'history' ? 'unknown' : 'refused');
    if (!isOurs) return;
    if (refusal.why === 'gone' || refusal.why === 'forbidden') {
      await subscriptions.pause(subscription, refusal.why);
    } else await notifyMissed(subscription, run.day, refusal, services);
  }
}

const isLate = ({ at }: Run, now: Date): boolean => now.getTime() - at.getTime() > CATCH_UP_MS;

/** Whether the bot was there all the time, and Discord wasn't. */
const wasTrying = ({ at, lastUntil }: Claim): boolean =>
  lastUntil !== undefined && at.getTime() - lastUntil.getTime() < 3 * LONGEST_PAUSE_MS;
