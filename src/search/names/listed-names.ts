import { bareWords } from '../text/analysis.ts';
import { indexedNameWords } from '../text/stop-words.ts';
import type { Name } from './authority.ts';
import type { OtherName } from './other-name.ts';

/** The longest name, in words. */
const LONGEST = 5;

/**
 * Finds the names of a text that stand on a list, or are those of places, and what they are also
 * called. A name within a longer one isn't one by itself: Lord Salisbury is not a town.
 */
export function createListedNames(
  list: readonly Name[],
  placesCalled: (words: readonly string[]) => readonly string[],
): (words: readonly string[]) => OtherName[] {
  const named = Map.groupBy(
    list.flatMap((name) => name.map((variant) => ({ key: bareWords(variant).join(' '), name }))),
    ({ key }) => key,
  );

  /** How many words from one on are a name, the longest first, and what that is also called. */
  function longest(words: readonly string[], from: number): Listed {
    for (let length = Math.min(LONGEST, words.length - from); length > 0; length -= 1) {
      const typed = words.slice(from, from + length);
      const persons = (named.get(typed.join(' ')) ?? []).flatMap(({ name }) => name);
      const labels = persons.length > 0 ? persons : placesCalled(typed);
      if (labels.length > 0) return { length, names: labels.map((label) => called(typed, label)) };
    }
    return { length: 0, names: [] };
  }

  return (words) => {
    let end = 0;
    return words.flatMap((_, from) => {
      if (from < end) return [];
      const { length, names } = longest(words, from);
      end = from + length;
      return names;
    });
  };
}

type Listed = { length: number; names: OtherName[] };

const called = (typed: readonly string[], label: string): OtherName => ({
  typed: indexedNameWords(typed),
  words: indexedNameWords(bareWords(label)),
  label,
});
