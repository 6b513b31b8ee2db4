import { randomUUID } from 'node:crypto';
import type { Logger } from '../log.ts';
import type { Leases } from '../store/tables/leases.ts';
import type { Duties } from './duties.ts';
import { holdLease } from './hold-lease.ts';
import { type Keeper, stopInTime } from './keeper.ts';

/**
 * Makes this process the keeper without asking, since nobody else can be: it is in a Discord of its
 * own. It waits for no lease, but holds one, by which others see that the database is in use.
 * @param start begins what the keeper does
 */
export function startOnlyKeeper(start: () => Duties, leases: Leases, log: Logger): Keeper {
  const duties = start();
  const lease = {
    name: 'local',
    holder: randomUUID(),
    onTaken() {},
    async onLost() {},
  };
  const holding = holdLease(leases, lease, log);
  return {
    ready: Promise.all([duties.ready, holding.asked]).then(() => {}),
    stop: () => stopInTime(duties.stop(), holding.stop()),
  };
}
