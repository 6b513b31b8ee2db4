import { overdue } from '../errors.ts';
import type { Archive } from '../search/archive.ts';
import { forwardTo, putTo } from '../search/forward.ts';

/** How many questions of one person the archive works on at once. */
const MOST_RUNNING = 2;
/** How long a question may wait for its turn. */
const TIMEOUT_MS = 10_000;

type Queue = { running: number; waiting: Set<() => void> };

/**
 * Keeps one person from using up the archive's time: two of a person's questions run at once, the
 * others wait until one is answered.
 * @param timeoutMs after which a question that still waits is dropped
 * @returns gives a person the archive; its questions fail with a UserError if they wait too long
 */
export function createConcurrencyLimit(timeoutMs = TIMEOUT_MS) {
  const queues = new Map<string, Queue>();

  async function limit<Value>(person: string, ask: () => Promise<Value>): Promise<Value> {
    const queue = queues.get(person) ?? { running: 0, waiting: new Set() };
    queues.set(person, queue);
    if (queue.running < MOST_RUNNING) queue.running += 1;
    else await waitForSlot(queue, timeoutMs);
    try {
      return await ask();
    } finally {
      const [next] = queue.waiting;
      // The next one takes over the slot.
      if (next) next();
      else queue.running -= 1;
      if (queue.running === 0) queues.delete(person);
    }
  }

  return (person: string, archive: Archive): Archive =>
    forwardTo((question) => limit(person, () => putTo(archive, question)));
}

function waitForSlot({ waiting }: Queue, timeoutMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    waiting.delete(next);
    reject(overdue());
  }, timeoutMs);
  const next = () => {
    clearTimeout(timer);
    waiting.delete(next);
    resolve();
  };
  waiting.add(next);
  return promise;
}
