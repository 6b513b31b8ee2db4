import { backOff } from '../../../back-off.ts';
import { mayPass } from '../../../data/corpus/problem.ts';
import type { Spellings } from '../../names/spellings.ts';
import type { SearchIndex } from '../search-index.ts';
import { type BuildTask, runBuild, runBuildInThread } from './build-task.ts';
import { openKept } from './open-kept.ts';
import { asReadTexts, type ReadTexts } from './read-texts.ts';
import { findTextSources, type TextSources } from './text-sources.ts';

/**
 * What is told of texts: how many there are, that they can't be read, or that they can't be kept for the
 * next start.
 */
export type TextNews =
  | { kind: 'read'; documents: number; pages: number }
  | { kind: 'unkept'; error: Error }
  /** `stays`: whether those from before are searched meanwhile. */
  | { kind: 'unread'; error: Error; stays: boolean };

export type TextLoader = {
  /**
   * Gives an index the texts that stand beside the corpora now. Where there are so many that reading
   * them takes long, they come later, and until then it has those from before, or is told how far they
   * are. Only the last index that was given texts is given more.
   */
  load(index: SearchIndex): Promise<void>;
};

/** More bytes of texts than this take longer to read than a start or a question may wait. */
const MOST_AT_ONCE = 4 * 2 ** 20;
/** Whoever began with the texts before may finish with them. Longer than any answer takes. */
const RETIRED_AFTER_MS = 60_000;

/** What couldn't be read for a reason that may pass, such as a full disk, is read again. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 5 * 60_000;

type Open = ReadTexts & { signature: string };

/**
 * Keeps the texts of corpora in a database beside the snapshot, or, if nothing is kept, in one that is
 * gone when the process ends.
 * @param spellings that learn the words of the texts before these are searched
 * @param tell is told what comes of reading them
 */
export function createTextLoader(
  { corpus, snapshot }: { corpus: readonly string[]; snapshot: string | undefined },
  spellings: Pick<Spellings, 'learn'>,
  tell: (news: TextNews) => void,
): TextLoader {
  let current: Open | undefined;
  let latest: SearchIndex | undefined;
  let wanted: TextSources | undefined;
  let isReading = false;
  let failures = 0;
  let repeating: NodeJS.Timeout | undefined;

  const warn = (error: Error) => tell({ kind: 'unkept', error });
  const buildInThread = (task: BuildTask) =>
    runBuildInThread(task, (done) => {
      if (!current) latest?.setTexts({ kind: 'pending', done });
    });

  function take(next: Open | undefined): void {
    const before = current?.database;
    current = next;
    if (before) setTimeout(() => before.close(), RETIRED_AFTER_MS).unref();
  }

  /** Reads texts and hands them to the index that is in use by then. */
  async function read({ signature, bytes }: TextSources): Promise<void> {
    const isWanted = () => wanted?.signature === signature;
    try {
      const build = bytes > MOST_AT_ONCE ? buildInThread : runBuild;
      const texts = asReadTexts(await openKept({ corpus, snapshot }, signature, build, warn));
      await texts.words.prepare(spellings.learn);
      // They have changed again meanwhile.
      if (!isWanted()) return void texts.database.close();
      take({ signature, ...texts });
      failures = 0;
      latest?.setTexts(texts);
      if (latest?.textState.kind === 'ready') {
        const { documents, pages } = latest.textState.texts.coverage;
        tell({ kind: 'read', documents, pages });
      }
    } catch (error) {
      if (!current && isWanted()) latest?.setTexts({ kind: 'failed' });
      tell({ kind: 'unread', error: error as Error, stays: current !== undefined });
      if (isWanted() && mayPass(error)) repeatLater();
    }
  }

  /** Reads what is wanted, and what has come to be wanted meanwhile: one after the other. */
  async function readWanted(): Promise<void> {
    isReading = true;
    let next = wanted;
    while (next && next.signature !== current?.signature) {
      await read(next);
      next = wanted === next ? undefined : wanted;
    }
    isReading = false;
  }

  function repeatLater(): void {
    clearTimeout(repeating);
    const pauseMs = backOff(failures, FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    failures += 1;
    repeating = setTimeout(() => {
      if (!isReading) void readWanted();
    }, pauseMs).unref();
  }

  return {
    async load(index) {
      latest = index;
      wanted = await findTextSources(corpus);
      if (!wanted) {
        take(undefined);
        return index.setTexts({ kind: 'none' });
      }
      index.setTexts(current ?? { kind: 'pending', done: 0 });
      if (isReading || current?.signature === wanted.signature) return;
      const reading = readWanted();
      if (wanted.bytes <= MOST_AT_ONCE) await reading;
    },
  };
}
