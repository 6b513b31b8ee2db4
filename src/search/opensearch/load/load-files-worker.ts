import { serveTasks } from '../../../threads/serve-tasks.ts';
import { type FilesToLoad, loadFiles } from './load-files.ts';

serveTasks(async (files: FilesToLoad) => {
  await loadFiles(files);
});
