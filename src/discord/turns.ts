import { overdue } from '../errors.ts';
import type { SearchEngine } from '../search/engine.ts';

/** So many questions of one person are with the engine at once. */
const MOST_AT_WORK = 2;
/** How long a question may wait for its turn. */
const PATIENCE_MS = 10_000;

type Line = { atWork: number; waiting: Set<() => void> };

/**
 * Lets nobody fill the engine's time: of each person two questions are in work, and the others wait
 * until one is answered.
 * @param patienceMs after which a question that still waits is dropped
 * @returns gives a person the engine; its questions fail with a UserError where they waited too long
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

  return (person: string, engine: SearchEngine): SearchEngine => ({
    search: (query) => inTurn(person, () => engine.search(query)),
    matching: (query) => inTurn(person, () => engine.matching(query)),
    suggest: (typed, limit) => inTurn(person, () => engine.suggest(typed, limit)),
    explain: (query) => inTurn(person, () => engine.explain(query)),
    related: (id, limit) => inTurn(person, () => engine.related(id, limit)),
  });
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
