import { serveTasks } from '../../../threads/serve-tasks.ts';
import { matchQuestions } from './match-questions.ts';

serveTasks(matchQuestions);
