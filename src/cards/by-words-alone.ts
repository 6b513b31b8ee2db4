import type { ModelFailure } from '../search/hits.ts';
import { questionWords } from '../wording/questions.ts';

/** That a model had no part in an answer, and why. */
export const byWordsAlone = (failure: ModelFailure): string => questionWords.byWordsAlone[failure];
