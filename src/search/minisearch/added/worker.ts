import { workerData } from 'node:worker_threads';
import { UserError } from '../../../errors.ts';
import { serveTasks } from '../../../threads/serve-tasks.ts';
import { putTo } from '../../forward.ts';
import { loadNames } from '../../names/authority.ts';
import { createHeldArchives } from './held-archives.ts';
import type { AddedAnswer, AddedGiven, AddedTask } from './protocol.ts';

const { names, most } = workerData as AddedGiven;
const archives = createHeldArchives(loadNames(names), most);

serveTasks<AddedTask>(async (task): Promise<AddedAnswer> => {
  if (task.kind === 'open') {
    archives.open(task.number, task.server, task.lines);
    return { kind: 'done', value: undefined };
  }
  const archive = archives.find(task.number);
  if (!archive) return { kind: 'gone' };
  try {
    return { kind: 'done', value: await putTo(archive, task.question) };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refusal', message: error.message };
    throw error;
  }
});
