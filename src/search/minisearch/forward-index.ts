import type { Field } from '../query/typed-query.ts';
import type { Term } from '../text/analysis.ts';
import { createListWriter, type Lists, listAt } from './lists.ts';
import { lowerBound } from './lower-bound.ts';

/**
 * What every document's texts say, word by word and stop words too, as plain data that a file can
 * keep: phrases and fields are looked for in numbers, and no text is taken apart for a question.
 */
export type ForwardIndex = {
  /** All words, sorted; a word's number is its place here. */
  dictionary: readonly string[];
  /** The stem's number among the terms of the postings, by the word's; `NO_STEM` where it has none. */
  stems: Uint32Array;
  /**
   * Of each document its texts, one after the other: a sign for the field, the numbers of the words in
   * their order, and after another sign those of words joined of two, which stand nowhere by themselves.
   */
  texts: Lists;
};

const NO_STEM = 2 ** 32 - 1;

/** A field's sign is its place here; words begin after the signs. */
const FIELDS: readonly Field[] = ['any', 'title', 'person', 'place', 'subject', 'collection'];
const JOINED = FIELDS.length;
const FIRST_WORD = FIELDS.length + 1;

/** Writes a forward index, text by text. */
export function createForwardWriter() {
  const numbers = new Map<string, number>();
  const writer = createListWriter();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    if (number === numbers.size) numbers.set(word, number);
    return FIRST_WORD + number;
  };
  const isJoined = ({ kind }: Term) => kind === 'pair' || kind === 'compound';
  return {
    text(field: Field, terms: readonly Term[]): void {
      writer.push(FIELDS.indexOf(field));
      for (const term of terms) if (!isJoined(term)) writer.push(numberOf(term.word));
      const joined = terms.filter(isJoined);
      if (joined.length > 0) writer.push(JOINED);
      for (const { word } of joined) writer.push(numberOf(word));
    },

    /** Ends a document. */
    end: writer.end,

    /** @param termOf gives the number of a word's stem; undefined where the postings have none */
    index(termOf: (word: string) => number | undefined): ForwardIndex {
      const dictionary = [...numbers.keys()].sort();
      const sorted = new Uint32Array(numbers.size);
      for (const [place, word] of dictionary.entries()) sorted[numbers.get(word) ?? 0] = place;
      const texts = writer.lists();
      for (const [at, value] of texts.values.entries()) {
        if (value >= FIRST_WORD) texts.values[at] = FIRST_WORD + (sorted[value - FIRST_WORD] ?? 0);
      }
      const stems = Uint32Array.from(dictionary, (word) => termOf(word) ?? NO_STEM);
      return { dictionary, stems, texts };
    },
  };
}

/** Tells of a document, by its place, whether it has what is sought. */
export type PlaceTest = (place: number) => boolean;

/** Whether a document has words one after the other in one text of a field; no words are nowhere. */
export function phraseIn(index: ForwardIndex, words: readonly string[], field: Field): PlaceTest {
  const { dictionary, texts } = index;
  const sought = words.map((word) => {
    const number = lowerBound(dictionary, word);
    return dictionary[number] === word ? FIRST_WORD + number : undefined;
  });
  const [first] = sought;
  if (first === undefined || sought.includes(undefined)) return () => false;
  const wanted = field === 'any' ? undefined : FIELDS.indexOf(field);
  return (place) => {
    const said = listAt(texts, place);
    let sign = 0;
    for (let at = 0; at < said.length; at += 1) {
      const number = said[at] ?? 0;
      if (number < FIRST_WORD) sign = number;
      else if (number === first && sign !== JOINED && (wanted === undefined || sign === wanted)) {
        let length = 1;
        while (length < sought.length && said[at + length] === sought[length]) length += 1;
        if (length === sought.length) return true;
      }
    }
    return false;
  };
}

/**
 * Whether a document has all stems somewhere in a field.
 * @param stems their numbers among the terms of the postings
 */
export function stemsIn(index: ForwardIndex, stems: readonly number[], field: Field): PlaceTest {
  const wanted = FIELDS.indexOf(field);
  const sought = new Set(stems);
  return (place) => {
    const found = new Set<number>();
    let sign = 0;
    for (const number of listAt(index.texts, place)) {
      if (number < FIRST_WORD) sign = number === JOINED ? sign : number;
      else if (sign === wanted) {
        const stem = index.stems[number - FIRST_WORD] ?? NO_STEM;
        if (sought.has(stem)) found.add(stem);
      }
    }
    return found.size === sought.size;
  };
}
