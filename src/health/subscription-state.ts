import { lastRun } from '../daily-post/schedule.ts';
import type { DayPost } from '../store/tables/day-posts.ts';
import type { Subscription } from '../store/tables/subscriptions.ts';

/** How long a post may be due before it counts as late. */
const LATE_AFTER_MS = 5 * 60 * 1000;

/**
 * `due` is a post whose time has come and that isn't out yet; `late` the same for more than five
 * minutes, or skipped because the bot wasn't there; `waiting` before the first one. The others are
 * what became of the last one.
 */
export const SUBSCRIPTION_STATES = [
  'waiting',
  'due',
  'late',
  'posted',
  'empty',
  'refused',
  'failed',
  'unknown',
  'paused',
] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

/** How a subscription stands, given the latest day that was taken up for it. */
export function subscriptionState(
  subscription: Pick<Subscription, 'time' | 'zone' | 'setAt' | 'paused'>,
  latest: Pick<DayPost, 'day' | 'state'> | undefined,
  now: Date,
): SubscriptionState {
  if (subscription.paused) return 'paused';
  const { day, at } = lastRun(subscription, now);
  if (latest?.day === day && latest.state !== 'claimed') return latest.state;
  if (at <= subscription.setAt) return 'waiting';
  return now.getTime() - at.getTime() > LATE_AFTER_MS ? 'late' : 'due';
}
