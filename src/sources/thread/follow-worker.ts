import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import { type SerializedError, serializeError } from '../../serialize-error.ts';
import { serveTasks } from '../../threads/serve-tasks.ts';
import { sync } from '../follow/sync.ts';
import { readSourcesFile } from '../settings/sources-file.ts';
import type { FollowResult, FollowTask } from './follow-task.ts';

serveTasks(async ({ file, ...task }: FollowTask): Promise<FollowResult> => {
  const errors: SerializedError[] = [];
  try {
    const report = await sync({
      ...task,
      sources: await readSourcesFile(file),
      base: dirname(file),
      onError: (error) => errors.push(serializeError(error)),
    });
    return { report, errors };
  } catch (error) {
    // A thread's errors lose their class on the way.
    if (error instanceof UserError) return { refused: error.message };
    throw error;
  }
});
