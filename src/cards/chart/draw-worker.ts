import { serveTasks } from '../../threads/serve-tasks.ts';
import { render } from './render.ts';

serveTasks(render);
