import type { Services } from '../interactions/command.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';
import { nextRun, type Run } from './schedule.ts';

/** The next post that will come: a day whose post is over, or under way, has none any more. */
export async function nextPost(
  subscription: Pick<Subscription, 'guild' | 'time' | 'zone'>,
  { store, now }: Services,
): Promise<{ next: Run; isPosted: boolean }> {
  const next = nextRun(subscription, now());
  const isPosted = await store.dayPosts.has(subscription.guild, next.day);
  return { next: isPosted ? nextRun(subscription, next.at) : next, isPosted };
}
