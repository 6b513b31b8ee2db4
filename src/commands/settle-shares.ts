import type { Logger } from '../log.ts';
import { Refused } from './channels.ts';
import type { Services } from './command.ts';

/** Clocks differ: a message may bear an earlier time than its row. */
const EARLIER_MS = 60_000;

/**
 * Finds out what became of the cards that an earlier process died over: those that stand in their
 * channel are remembered, the others are not. Never rejects.
 */
export async function settleShares(
  { store, channels }: Pick<Services, 'store' | 'channels'>,
  log: Logger,
): Promise<void> {
  try {
    for (const { message: interaction, channel, at } of await store.shares.unsettled()) {
      const since = new Date(at.getTime() - EARLIER_MS);
      const found = await channels.findOwn(channel, since, { interaction }).catch((error) => {
        if (error instanceof Refused) return undefined;
        throw error;
      });
      if (found) await store.shares.confirm(interaction, found.id);
      else await store.shares.forget(interaction);
    }
  } catch (err) {
    log.error({ err }, 'some cards could not be looked for; that is tried again at the next start');
  }
}
