import type { Logger } from '../log.ts';
import { type Repetition, repeatDaily } from '../repeat.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long the buttons' questions are kept, so that an expired list can still be run again. */
const VIEWS_KEPT_MS = 400 * DAY_MS;
/** Longer than a deleted list can be restored. */
const DELETED_LISTS_KEPT_MS = 8 * DAY_MS;
/** Longer than imports are counted for the limit of an hour. */
const UNDONE_KEPT_MS = DAY_MS;
/** What was told; nothing asks for it. */
const DIGESTS_KEPT_MS = 30 * DAY_MS;
/** Longer than anybody deletes what they wrote, or nearly. */
const MENTION_REPLIES_KEPT_MS = 30 * DAY_MS;

type Tidied = Pick<Store, 'views' | 'lists' | 'additions' | 'digests' | 'mentionReplies'>;

/** Drops what nobody can ask for any more. */
export async function tidy(store: Tidied, now: Date) {
  const { views, lists, additions, digests, mentionReplies } = store;
  await views.forgetBefore(new Date(now.getTime() - VIEWS_KEPT_MS));
  await lists.forgetDeletedBefore(new Date(now.getTime() - DELETED_LISTS_KEPT_MS));
  await additions.forgetUndoneBefore(new Date(now.getTime() - UNDONE_KEPT_MS));
  await digests.forgetBefore(new Date(now.getTime() - DIGESTS_KEPT_MS));
  await mentionReplies.forgetOlderThan(MENTION_REPLIES_KEPT_MS);
}

/** Tidies now and once a day until it is stopped. A failure is logged; the next day tries again. */
export const startTidying = (store: Tidied, log: Logger, everyMs?: number): Repetition =>
  repeatDaily(
    () => tidy(store, new Date()),
    (err) =>
      log.error({ err }, 'What is out of date could not be dropped; it is tried again tomorrow.'),
    everyMs,
  );
