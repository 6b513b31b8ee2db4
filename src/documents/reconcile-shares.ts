import { Refused } from '../interactions/channels.ts';
import type { Services } from '../interactions/command.ts';
import type { Logger } from '../log.ts';
import type { Share } from '../store/tables/shares.ts';

type Needed = Pick<Services, 'store' | 'channels' | 'now'>;

/** Clocks differ: a message may bear an earlier time than its row. */
const EARLIER_MS = 60_000;
/** As long as an interaction can be answered: what is younger may be on its way, from any process. */
const ON_ITS_WAY_MS = 15 * 60 * 1000;
/** A card in a channel whose history can't be read is looked for that long. */
const LOOKED_FOR_MS = 24 * 60 * 60 * 1000;
const EVERY_MS = 10 * 60 * 1000;

/**
 * Finds out what became of the cards that nobody has written down since: those that stand in their
 * channel are remembered, the others are not. Never rejects.
 * @param olderThanMs younger ones are left alone
 */
export async function reconcileShares(
  services: Needed,
  log: Logger,
  olderThanMs = 0,
  isStopping = () => false,
): Promise<void> {
  try {
    for (const share of await services.store.shares.unconfirmed(olderThanMs)) {
      if (isStopping()) return;
      await reconcile(share, services).catch((err) =>
        log.warn({ err }, 'A card could not be looked for; that is tried again later.'),
      );
    }
  } catch (err) {
    log.error({ err }, 'The cards to be looked for could not be read; that is tried again later.');
  }
}

async function reconcile(
  { message: interaction, channel, at, document, user }: Share,
  { store, channels, now }: Needed,
): Promise<void> {
  try {
    const since = new Date(at.getTime() - EARLIER_MS);
    const found = await channels.findOwn(channel, since, {
      interaction,
      card: { document, user },
    });
    const isKnown = found && (await store.shares.find(found.id));
    if (found && !isKnown) await store.shares.confirm(interaction, found.id);
    else await store.shares.forget(interaction);
  } catch (error) {
    const isOver = now().getTime() - at.getTime() > LOOKED_FOR_MS;
    if (!(error instanceof Refused) || (error.why !== 'gone' && !isOver)) throw error;
    await store.shares.forget(interaction);
  }
}

/** Looks from time to time for what the processes have left, this one and those that ended. */
export function startReconciling(services: Needed, log: Logger): { stop(): Promise<void> } {
  let isStopping = false;
  const go = () => reconcileShares(services, log, ON_ITS_WAY_MS, () => isStopping);
  let underWay: Promise<void> | undefined;
  const goUnlessGoing = () => {
    underWay ??= go().finally(() => {
      underWay = undefined;
    });
  };
  goUnlessGoing();
  const timer = setInterval(goUnlessGoing, EVERY_MS);
  return {
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
