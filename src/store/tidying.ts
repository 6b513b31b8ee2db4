import type { Logger } from '../log.ts';
import { repeatDaily } from '../repeat.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long the buttons' questions are kept, so that an expired list can still be run again. */
const VIEWS_KEPT_MS = 400 * DAY_MS;
/** Longer than anybody deletes what they wrote, or nearly. */
const MENTION_REPLIES_KEPT_MS = 30 * DAY_MS;
/** Longer than a deleted list can be restored. */
const DELETED_LISTS_KEPT_MS = 8 * DAY_MS;

type TidiedStore = Pick<Store, 'views' | 'lists' | 'mentionReplies'>;

/** Drops what nobody can ask for any more. */
export async function tidy({ views, lists, mentionReplies }: TidiedStore, now: Date) {
  await views.forgetBefore(new Date(now.getTime() - VIEWS_KEPT_MS));
  await lists.forgetDeletedBefore(new Date(now.getTime() - DELETED_LISTS_KEPT_MS));
  await mentionReplies.forgetOlderThan(MENTION_REPLIES_KEPT_MS);
}

/** Tidies now and once a day until it is stopped. A failure is logged; the next day tries again. */
export const startTidying = (
  store: TidiedStore,
  log: Logger,
  everyMs?: number,
): { stop(): Promise<void> } =>
  repeatDaily(
    () => tidy(store, new Date()),
    (err) =>
      log.error({ err }, 'What is out of date could not be dropped; it is tried again tomorrow.'),
    everyMs,
  );
