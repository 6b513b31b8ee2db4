import type { Archive } from '../search/archive.ts';
import { forwardTo, putTo } from '../search/forward.ts';
import type { Store } from '../store/store.ts';

/** Is told of each question that is over: what was asked, how long it took, and how it ended. */
export type Timing = (asked: string, seconds: number, outcome: 'answered' | 'failed') => void;

/** The same archive, with the time of every question told by its method. */
export const timedArchive = (archive: Archive, tell: Timing): Archive =>
  forwardTo((question) => timed(question.method, () => putTo(archive, question), tell));

/** The same store, with the time of every question told by table and method, such as `lists.find`. */
export const timedStore = (store: Store, tell: Timing): Store =>
  mapValues(store, (table, name) =>
    typeof table === 'function'
      ? table
      : mapValues(table, (method, asked) => timedMethod(method, `${name}.${asked}`, tell)),
  );

/** Whatever is no function is left as it is. */
const timedMethod = <Method>(method: Method, asked: string, tell: Timing): Method =>
  typeof method === 'function'
    ? (((...args: unknown[]) => timed(asked, () => method(...args), tell)) as Method)
    : method;

async function timed<Value>(
  asked: string,
  ask: () => Promise<Value>,
  tell: Timing,
): Promise<Value> {
  const began = performance.now();
  let outcome: 'answered' | 'failed' = 'failed';
  try {
    const value = await ask();
    outcome = 'answered';
    return value;
  } finally {
    tell(asked, (performance.now() - began) / 1000, outcome);
  }
}

const mapValues = <Whole extends object>(
  whole: Whole,
  change: (value: Whole[keyof Whole], key: string) => unknown,
): Whole =>
  Object.fromEntries(
    Object.entries(whole).map(([key, value]) => [key, change(value, key)]),
  ) as Whole;
