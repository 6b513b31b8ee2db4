import { UserError } from '../../../errors.ts';
import { createIdleThread } from '../../../threads/idle-thread.ts';
import type { Archive } from '../../archive.ts';
import { forwardTo } from '../../forward.ts';
import type { AddedAnswer, AddedGiven, AddedTask } from './protocol.ts';

/** Indexing what many people have added takes a while, so that the thread stays for longer than others. */
const IDLE_MS = 10 * 60_000;

/** A thread that holds what people have added to their servers. */
export type AddedThread = {
  /**
   * Indexes documents of a server.
   * @param lines the documents as lines of a corpus
   * @param again gives them anew, if they have been let go meanwhile
   */
  open(
    server: string,
    lines: readonly string[],
    again: () => Promise<readonly string[]>,
  ): Promise<Archive>;
};

/** A thread for additions, which is started with the first and let go when nobody has asked for a while. */
export function createAddedThread(given: AddedGiven): AddedThread {
  const run = createIdleThread<AddedTask, AddedAnswer>(new URL('./worker.ts', import.meta.url), {
    idle: IDLE_MS,
    given,
  });
  let numbers = 0;

  return {
    async open(server, lines, again) {
      numbers += 1;
      const number = numbers;
      const open = (lines: readonly string[]) => run({ kind: 'open', number, server, lines });
      let opening: Promise<unknown> | undefined;
      await open(lines);
      return forwardTo(async (question) => {
        let answer = await run({ kind: 'question', number, question });
        if (answer.kind === 'gone') {
          opening ??= again().then(open);
          await opening.finally(() => {
            opening = undefined;
          });
          answer = await run({ kind: 'question', number, question });
        }
        if (answer.kind === 'refusal') throw new UserError(answer.message);
        if (answer.kind === 'gone') throw new Error('what was added was let go at once');
        return answer.value;
      });
    },
  };
}
