import type { ComparedWord } from './compared-words.ts';
import { isFigure, isNegation } from './matter.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** An item of a quotation in numbers, with which printed words are compared; -2 for what there isn't. */
export type ItemNumbers = {
  own: number;
  /** Of the word before. */
  previous: number;
  /** Of the one word that it makes with the word before. */
  whole: number;
};

/** Numbers for the words of a quotation, since numbers are compared faster; -1 for every other word. */
export type WordNumbers = {
  items: readonly ItemNumbers[];
  printed: Int32Array;
  /** Of each printed word, the number of the one word that it makes with the word before. */
  joined: Int32Array;
};

export function numberWords(
  items: Quotation['items'],
  print: readonly ComparedWord[],
  joinsFreely: boolean,
): WordNumbers {
  const numbers = new Map<string, number>();
  const add = (key: string): number => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  const numberOf = (key: string): number => numbers.get(key) ?? -1;
  const ofItems = items.map((item, index) => {
    const last = items[index - 1];
    if (isOpening(item)) return { own: -2, previous: -2, whole: -2 };
    const before = last && !isOpening(last) ? last : undefined;
    return {
      own: add(item.key),
      previous: before ? add(before.key) : -2,
      whole: before && mayJoin(before, item, joinsFreely) ? add(before.key + item.key) : -2,
    };
  });
  return {
    items: ofItems,
    printed: Int32Array.from(print, ({ key }) => numberOf(key)),
    joined: Int32Array.from(print, (word, at) => {
      const before = print[at - 1];
      return before && mayJoin(before, word, joinsFreely) ? numberOf(before.key + word.key) : -1;
    }),
  };
}

/**
 * Whether two words may be one: by a hyphen between them, or by a machine's slip. A "not" is never a part
 * of a word, nor are two figures one.
 */
function mayJoin(first: ComparedWord, second: ComparedWord, joinsFreely: boolean): boolean {
  if (isNumber(first.folded) && isNumber(second.folded)) return false;
  if (second.isJoined) return true;
  return (
    joinsFreely && ![first, second].some(({ folded }) => isNegation(folded) || isFigure(folded))
  );
}

const isNumber = (folded: string): boolean => /^\p{N}/u.test(folded);
