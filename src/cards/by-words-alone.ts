import type { ModelFailure } from '../search/hits.ts';

const REASONS = {
  unreachable: 'the model can’t be reached',
  busy: 'the model is busy',
  late: 'the model didn’t answer in time',
  refused: 'the model refused the question',
  senseless: 'the model’s answer makes no sense',
} satisfies Record<ModelFailure, string>;

/** That a model had no part in an answer, and why. */
export const byWordsAlone = (failure: ModelFailure): string =>
  `by words alone: ${REASONS[failure]}`;
