import { createIdleThread } from '../threads/idle-thread.ts';
import { nextTurn } from './follow/schedule.ts';
import { readState, type SourceState } from './follow/state-file.ts';
import { readSourcesFile } from './settings/sources-file.ts';
import type { FollowResult, FollowTask } from './thread/follow-task.ts';

/** A source that takes longer, or more memory in megabytes, is given up; it is asked again at its next turn. */
const LIMITS = { time: 3 * 60 * 60_000, memory: 1024 };

/** What is known of a source. */
export type SourceStatus = {
  name: string;
  kind: string;
  /** How often it is followed, in milliseconds; null if it is no longer among the sources. */
  every: number | null;
  /** What came of following it the last time; undefined if it wasn't yet. */
  state: SourceState | undefined;
  /** When it is followed next; null if it is no longer among the sources. */
  next: Date | null;
};

/** The sources of a corpus, for whoever follows them and whoever asks about them. */
export type FollowedSources = {
  /** In the order of their file; then those that were followed once and aren't in it any more. */
  status(): Promise<readonly SourceStatus[]>;
  /** Follows one in a thread of its own, which is let go with all its memory. */
  follow(name: string): Promise<FollowResult>;
};

/** Opens the sources that a file lists, and that are followed into a corpus. */
export function openFollowedSources(task: Omit<FollowTask, 'names'>): FollowedSources {
  const run = createIdleThread<FollowTask, FollowResult>(
    new URL('./thread/follow-worker.ts', import.meta.url),
    LIMITS,
  );
  return {
    async status() {
      const [sources, { sources: states }] = await Promise.all([
        readSourcesFile(task.file),
        readState(task.out),
      ]);
      const names = new Set(sources.map(({ name }) => name));
      const listed = sources.map(({ name, kind, every }) => {
        const state = states.get(name);
        return { name, kind, every, state, next: nextTurn({ every }, state) };
      });
      const others = [...states]
        .filter(([name, { outcome }]) => !names.has(name) && outcome.documents > 0)
        .map(([name, state]) => ({ name, kind: state.kind, every: null, state, next: null }));
      return [...listed, ...others];
    },
    follow: (name) => run({ ...task, names: [name] }),
  };
}
