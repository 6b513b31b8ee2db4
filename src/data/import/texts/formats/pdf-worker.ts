import { serveTasks } from '../../../../threads/serve-tasks.ts';
import { readPdf } from './pdf-pages.ts';

serveTasks((file: Uint8Array) => readPdf(file));
