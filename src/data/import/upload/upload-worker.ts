import { serveTasks } from '../../../threads/serve-tasks.ts';
import { readUpload, type Upload } from './read-upload.ts';

serveTasks((upload: Upload) => readUpload(upload));
