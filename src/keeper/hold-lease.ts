import type { Logger } from '../log.ts';
import type { Leases } from '../store/tables/leases.ts';

/**
 * How long a process that is dead, or can't reach the database, keeps the others waiting, and how often
 * a lease is asked for: together less than the 30 s within which another takes over.
 */
const LEASE_MS = 20_000;
const EVERY_MS = 5000;

/** What follows from a lease. */
type Lease = {
  name: string;
  /** Of this process alone. */
  holder: string;
  onTaken(): void;
  /** Settles when whatever began with the lease has ended. */
  onLost(): Promise<void>;
};

/** A lease that is held whenever it can be had. */
type Holding = {
  /** Settles when it was asked for once. */
  asked: Promise<void>;
  /** Gives it up, so that another has it at once. */
  stop(): Promise<void>;
};

/**
 * Asks for a lease at intervals, and says when it is held and when it no longer is. Whoever can't reach the
 * database for as long as the lease lasts has lost it, by their own measure of time and before anybody
 * else can have it.
 */
export function holdLease(
  leases: Leases,
  { name, holder, onTaken, onLost }: Lease,
  log: Logger,
): Holding {
  let ending: NodeJS.Timeout | undefined;
  let isFailing = false;
  let isStopped = false;
  const lose = async () => {
    if (!ending) return;
    clearTimeout(ending);
    ending = undefined;
    await onLost();
  };
  const ask = async () => {
    // The lease begins after this moment, by the database's clock.
    const begun = performance.now();
    try {
      const isHeld = await leases.take(name, holder, LEASE_MS);
      isFailing = false;
      const left = begun + LEASE_MS - performance.now();
      if (!isHeld || isStopped || left <= 0) return await lose();
      const isNew = !ending;
      clearTimeout(ending);
      ending = setTimeout(lose, left);
      if (isNew) onTaken();
    } catch (err) {
      if (!isFailing) log.error({ err, lease: name }, 'A lease could not be asked for.');
      isFailing = true;
    }
  };
  let asking: Promise<void> | undefined;
  // An answer may take longer than the time between two questions.
  const askUnlessAsking = () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const asked = askUnlessAsking();
  const timer = setInterval(askUnlessAsking, EVERY_MS);
  return {
    asked,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await lose();
      // It may still be taken by the question that is under way.
      await asking;
      await leases.release(name, holder);
    },
  };
}
