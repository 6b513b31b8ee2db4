import { bareWords } from '../text/analysis.ts';
import type { TypedQuery } from './typed-query.ts';

/** The phrases that a question demands wherever they stand, as their words. */
export const phrasesIn = ({ required }: Pick<TypedQuery, 'required'>): string[][] =>
  required
    .flat()
    .filter(({ field, isPhrase }) => isPhrase && field === 'any')
    .map(({ text }) => bareWords(text));
