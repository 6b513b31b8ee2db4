import { eng } from 'stopword';

const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/** Whether a folded word is one that nearly every text holds, and says nothing alone. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** Stop words that are surnames, too: He Long, An Ziwen, You Taizhong, Do Muoi. */
const SURNAMES: ReadonlySet<string> = new Set(['he', 'an', 'you', 'do']);

/** Whether a folded stop word may begin a name. */
export const isSurname = (word: string): boolean => SURNAMES.has(word);

/** The words of a name by which the index has it: stop words left out, or one with the next. */
export function indexedNameWords(words: readonly string[]): string[] {
  const [first = '', second, ...rest] = words;
  if (isSurname(first) && second !== undefined) return [first + second, ...rest];
  const kept = words.filter((word) => !isStopWord(word));
  return kept.length > 0 ? kept : [...words];
}
