import type { Logger } from '../log.ts';
import type { Store } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long the buttons' questions are kept, so that an expired list can still be run again. */
const VIEWS_KEPT_MS = 400 * DAY_MS;
/** Longer than a deleted list can be restored. */
const DELETED_LISTS_KEPT_MS = 8 * DAY_MS;
/** Longer than imports are counted for the limit of an hour. */
const UNDONE_KEPT_MS = DAY_MS;

type Tidied = Pick<Store, 'views' | 'lists' | 'additions'>;

/** Drops what nobody can ask for any more. */
export async function tidy({ views, lists, additions }: Tidied, now: Date) {
  await views.forgetBefore(new Date(now.getTime() - VIEWS_KEPT_MS));
  await lists.forgetDeletedBefore(new Date(now.getTime() - DELETED_LISTS_KEPT_MS));
  await additions.forgetUndoneBefore(new Date(now.getTime() - UNDONE_KEPT_MS));
}

/** Tidies now and once a day until it is stopped. A failure is logged; the next day tries again. */
export function startTidying(
  store: Tidied,
  log: Logger,
  everyMs = DAY_MS,
): { stop(): Promise<void> } {
  let underWay: Promise<void> | undefined;
  const go = () => {
    underWay = tidy(store, new Date()).catch((err) =>
      log.error({ err }, 'What is out of date could not be dropped; it is tried again tomorrow.'),
    );
  };
  go();
  const timer = setInterval(go, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
