import type { Logger } from '../log.ts';
import { within } from './within.ts';

/** What a bot needs in order to answer. */
export const PARTS = ['discord', 'archive', 'store'] as const;
export type Part = (typeof PARTS)[number];

/** Whether a part can do its work now; it can't if the check rejects. */
export type Check = () => boolean | Promise<boolean>;

/**
 * `starting` if it isn't open yet; `failing` if it says that it can't work, or its check failed;
 * `no answer` if the check took too long; `stopping` once nothing new is taken.
 */
export type State = 'ready' | 'starting' | 'failing' | 'no answer' | 'stopping';

/** Of the parts that were asked about. */
export type Readiness = { ready: boolean; parts: Partial<Record<Part, State>> };

/** How long a check may take. Longer than an archive keeps questions waiting while it reads changes. */
const CHECK_WITHIN_MS = 5000;

/** Asks each part, whenever somebody wants to know, whether it can do its work. */
export function createReadiness(log: Logger, withinMs = CHECK_WITHIN_MS) {
  const checks = new Map<Part, Check>();
  const underWay = new Map<Part, Promise<State>>();
  const last = new Map<Part, State>();
  let isStopping = false;

  /** A check that hangs isn't begun a second time. */
  function check(part: Part): Promise<State> {
    const begin = () => run(part, checks.get(part), log).finally(() => underWay.delete(part));
    const running = underWay.get(part) ?? begin();
    underWay.set(part, running);
    return within(running, withinMs, 'no answer');
  }

  async function stateOf(part: Part): Promise<State> {
    const found = await check(part);
    const state = isStopping && part === 'discord' ? 'stopping' : found;
    const before = last.get(part);
    last.set(part, state);
    if (before === 'ready' && state !== 'ready') log.warn({ part, state }, 'no longer ready');
    if (before && before !== 'ready' && state === 'ready') log.info({ part }, 'ready');
    return state;
  }

  return {
    /** From now on a part is ready if its check says so. */
    watch(part: Part, one: Check): void {
      checks.set(part, one);
    },
    /** From now on no new interactions are taken. */
    stop(): void {
      isStopping = true;
    },
    async read(asked: readonly Part[] = PARTS): Promise<Readiness> {
      const parts = await Promise.all(
        asked.map(async (part) => [part, await stateOf(part)] as const),
      );
      return {
        ready: parts.every(([, state]) => state === 'ready'),
        parts: Object.fromEntries(parts),
      };
    },
  };
}

async function run(part: Part, check: Check | undefined, log: Logger): Promise<State> {
  if (!check) return 'starting';
  try {
    return (await check()) ? 'ready' : 'failing';
  } catch (err) {
    log.debug({ err, part }, 'a check failed');
    return 'failing';
  }
}
