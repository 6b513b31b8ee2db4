import type { Name } from '../names/authority.ts';
import { bareWords } from '../text/analysis.ts';
import { isCommonWord } from '../text/common-words.ts';

/** Whether a word that the corpus lacks was surely meant so, however near another one is. */
export type Deliberate = (printed: string, word: string, text: string) => boolean;

/**
 * A word isn't misspelt that begins with a capital, is on the list of names, or is one of the language:
 * another one in its place is offered and not searched for. Capitals say nothing where a whole text
 * is written in them.
 */
export function deliberateWords(names: readonly Name[]): Deliberate {
  let listed: ReadonlySet<string> | undefined;
  return (printed, word, text) => {
    if (/^\p{Lu}/u.test(printed) && text !== text.toUpperCase()) return true;
    listed ??= new Set(names.flat().flatMap(bareWords));
    return listed.has(word) || isCommonWord(word);
  };
}
