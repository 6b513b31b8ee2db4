import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from '../log.ts';
import type { Leases } from '../store/tables/leases.ts';
import type { Duties } from './duties.ts';
import { holdLease } from './hold-lease.ts';

/** Longer than the duties take to end; a database that is away isn't waited for. */
const STOP_WITHIN_MS = 4000;

/** A process that does what must be done once, or is ready to. */
export type Keeper = {
  /** Settles when it is known whether this is the keeper, and if it is, the commands are there. */
  ready: Promise<void>;
  /** Lets another be the keeper. */
  stop(): Promise<void>;
};

/**
 * Makes one of the processes on a store the keeper: the one that holds the lease. When it ends, another
 * is the keeper in a few seconds; when it dies, within half a minute.
 * @param start begins what the keeper does
 */
export function startKeeper(start: () => Duties, leases: Leases, log: Logger): Keeper {
  let duties: Duties | undefined;
  const lease = {
    name: 'keeper',
    holder: randomUUID(),
    onTaken() {
      log.info('this process is the keeper now');
      duties = start();
    },
    async onLost() {
      log.info('this process is no longer the keeper');
      await duties?.stop();
    },
  };
  const holding = holdLease(leases, lease, log);
  return {
    ready: holding.asked.then(() => duties?.ready),
    stop: () => stopInTime(holding.stop()),
  };
}

/** Waits until all have stopped, or it takes too long. */
export async function stopInTime(...stopping: readonly Promise<void>[]): Promise<void> {
  const late = wait(STOP_WITHIN_MS, undefined, { ref: false });
  await Promise.race([Promise.all(stopping), late]);
}
