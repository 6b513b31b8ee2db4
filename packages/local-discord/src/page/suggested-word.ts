import type { Choice } from './composer/draft.ts';

/**
 * A word to search for, so that a suggestion finds something in whatever corpus is loaded: the last
 * long name in the first title that the bot offers when nothing is typed, the date after it aside.
 */
export const suggestedWord = (choices: readonly Choice[]): string | undefined =>
  choices.flatMap(
    ({ name }) =>
      name
        .replace(/ \([^()]*\)$/, '')
        .match(/\p{Lu}\p{Ll}{5,}/gu)
        ?.at(-1) ?? [],
  )[0];
