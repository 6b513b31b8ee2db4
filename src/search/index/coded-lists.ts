import { lowerBound } from '../../data/lower-bound.ts';
import { createListWriter, type Lists, NO_LISTS } from './lists.ts';

/**
 * Lists of texts, each text as a number: its place in a sorted dictionary that holds no other texts.
 * The first numbers may be reserved for what is no text.
 */
export type CodedLists = { dictionary: readonly string[]; lists: Lists };

/**
 * Writes coded lists.
 * @param reserved how many numbers stand for what is no text
 * @param earlier lists that may be copied, with the same reserved numbers
 */
export function createCodedWriter(reserved = 0, earlier: CodedLists = NONE) {
  const known = earlier.dictionary;
  /** Texts are numbered as they come, after those known; `written` puts the numbers right. */
  const numbers = new Map<string, number>();
  const added: string[] = [];
  const { length } = earlier.lists.values;
  const writer = createListWriter(length > 0 ? Math.ceil(1.05 * length) : undefined);
  const numberOf = (text: string): number => {
    const before = numbers.get(text);
    if (before !== undefined) return before;
    const at = lowerBound(known, text);
    const number = known[at] === text ? at : known.length + added.push(text) - 1;
    numbers.set(text, number);
    return number;
  };
  return {
    /** Adds a text to the list that is being written. */
    push: (text: string): void => writer.push(reserved + numberOf(text)),
    /** The number that stands for a text until all is written. */
    numberFor: (text: string): number => reserved + numberOf(text),
    /** Adds such a number, a reserved one, or that of a known text as the earlier lists have it. */
    pushNumber: writer.push,
    /** Adds some of the earlier lists, each as a list. */
    copy: (first: number, count: number): void => writer.copy(earlier.lists, first, count),
    /** Ends that list; what follows is another. */
    end: writer.end,

    /** The lists: the same whether their texts were known or not. */
    written(): CodedLists {
      const lists = writer.lists();
      const { values } = lists;
      const isUsed = new Uint8Array(known.length + added.length);
      for (let at = 0; at < values.length; at += 1) {
        const value = values[at] ?? 0;
        if (value >= reserved) isUsed[value - reserved] = 1;
      }
      const { dictionary, renumbered } = merged(known, added, isUsed);
      for (let at = 0; at < values.length; at += 1) {
        const value = values[at] ?? 0;
        if (value >= reserved) values[at] = reserved + (renumbered[value - reserved] ?? 0);
      }
      return { dictionary, lists };
    },
  };
}

const NONE: CodedLists = { dictionary: [], lists: NO_LISTS };

/** The texts of two lists that are used, in one sorted list, and where each stands there. */
function merged(known: readonly string[], added: readonly string[], isUsed: Uint8Array) {
  const dictionary: string[] = [];
  const renumbered = new Uint32Array(isUsed.length);
  const put = (text: string, number: number) => {
    renumbered[number] = dictionary.push(text) - 1;
  };
  const others = [...added.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1));
  let next = 0;
  for (const [number, text] of known.entries()) {
    if (!isUsed[number]) continue;
    for (let other = others[next]; other && other[1] < text; other = others[next]) {
      put(other[1], known.length + other[0]);
      next += 1;
    }
    put(text, number);
  }
  for (const [number, text] of others.slice(next)) put(text, known.length + number);
  return { dictionary, renumbered };
}

/** The number of a text in the dictionary; undefined for one that isn't there. */
export function numberIn(dictionary: readonly string[], text: string): number | undefined {
  const number = lowerBound(dictionary, text);
  return dictionary[number] === text ? number : undefined;
}
