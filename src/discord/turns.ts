import { overdue } from '../errors.ts';
import type { Archive } from '../search/archive.ts';
import { forwardTo, putTo } from '../search/forward.ts';

/** So many questions of one person are with the archive at once. */
const MOST_AT_WORK = 2;
/** How long a question may wait for its turn. */
const PATIENCE_MS = 10_000;

type Line = { atWork: number; waiting: Set<() => void> };

/**
 * Lets nobody fill the archive's time: of each person two questions are in work, and the others wait
 * until one is answered.
 * @param patienceMs after which a question that still waits is dropped
 * @returns gives a person the archive; its questions fail with a UserError where they waited too long
 */
export function createTurns(patienceMs = PATIENCE_MS) {
  const lines = new Map<string, Line>();

  async function inTurn<Value>(person: string, ask: () => Promise<Value>): Promise<Value> {
    const line = lines.get(person) ?? { atWork: 0, waiting: new Set() };
    lines.set(person, line);
    if (line.atWork < MOST_AT_WORK) line.atWork += 1;
    else await waitIn(line, patienceMs);
    try {
      return await ask();
    } finally {
      const [next] = line.waiting;
      // Who is next takes over the place of who leaves.
      if (next) next();
      else line.atWork -= 1;
      if (line.atWork === 0) lines.delete(person);
    }
  }

  return (person: string, archive: Archive): Archive =>
    forwardTo((question) => inTurn(person, () => putTo(archive, question)));
}

function waitIn({ waiting }: Line, patienceMs: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    waiting.delete(next);
    reject(overdue());
  }, patienceMs);
  const next = () => {
    clearTimeout(timer);
    waiting.delete(next);
    resolve();
  };
  waiting.add(next);
  return promise;
}
