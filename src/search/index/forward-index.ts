import type { Document } from '../../data/corpus/document.ts';
import type { Field } from '../query/typed-query.ts';
import { searchedTexts } from '../text/searched-text.ts';
import { createWalk } from '../text/walk-words.ts';
import { type CodedLists, createCodedWriter, numberIn } from './coded-lists.ts';
import { type Lists, listAt } from './lists.ts';

/**
 * What every document's texts say, word by word and stop words too: phrases, fields and postings are
 * made of numbers, and no text is taken apart twice. A document's list has its texts one after the
 * other: the number of the field, those of the words in their order and, after another marker, those of
 * words joined of two, which stand nowhere by themselves. The title comes first.
 */
export type ForwardIndex = CodedLists;

/** A field's marker is its place here; words begin after the markers. */
const FIELDS: readonly Field[] = ['any', 'title', 'person', 'place', 'subject', 'collection'];
export const TITLE = FIELDS.indexOf('title');
export const JOINED = FIELDS.length;
export const FIRST_WORD = FIELDS.length + 1;

/** Large corpora have so many different words, as they are printed. */
const MOST_WORDS = 300_000;

/** @param earlier a forward index from which documents may be copied */
export function createForwardWriter(earlier?: ForwardIndex) {
  const { numberFor, pushNumber, copy, end, written } = createCodedWriter(FIRST_WORD, earlier);
  const walk = createWalk(MOST_WORDS, (word) => ({ number: numberFor(word) }));
  let joined: number[] = [];
  const see = ({ number }: { number: number }) => pushNumber(number);
  const seeJoined = ({ number }: { number: number }) => joined.push(number);
  return {
    add(document: Document): void {
      for (const { field, text } of searchedTexts(document)) {
        pushNumber(FIELDS.indexOf(field));
        walk(text, see, seeJoined);
        if (joined.length === 0) continue;
        pushNumber(JOINED);
        joined.forEach(pushNumber);
        joined = [];
      }
      end();
    },
    /** Adds documents of the earlier index, from an ordinal there on. */
    copy,
    written: (): ForwardIndex => written(),
  };
}

/**
 * The words of a document's title as it reads, then, after a marker, those joined of two.
 * @returns the numbers as they stand in the lists
 */
export function titleOf({ lists }: ForwardIndex, ordinal: number): Uint32Array {
  const { starts, values } = lists;
  const [begin = 0, end = 0] = [starts[ordinal], starts[ordinal + 1]];
  if (values[begin] !== TITLE) return values.subarray(begin, begin);
  let at = begin + 1;
  while (at < end && (values[at] ?? 0) >= JOINED) at += 1;
  return values.subarray(begin + 1, at);
}

/** Tells of a document, by its ordinal, whether it has what is sought. */
export type OrdinalTest = (ordinal: number) => boolean;

/** Whether a document has words one after the other in one text of a field; no words are nowhere. */
export function phraseIn(
  { dictionary, lists }: ForwardIndex,
  words: readonly string[],
  field: Field,
): OrdinalTest {
  const sought = words.map((word) => {
    const number = numberIn(dictionary, word);
    return number === undefined ? undefined : FIRST_WORD + number;
  });
  const [first] = sought;
  if (first === undefined || sought.includes(undefined)) return () => false;
  const wanted = field === 'any' ? undefined : FIELDS.indexOf(field);
  const { starts, values } = lists;
  return (ordinal) => {
    const end = starts[ordinal + 1] ?? 0;
    let marker = 0;
    for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
      const number = values[at] ?? 0;
      if (number < FIRST_WORD) marker = number;
      else if (
        number === first &&
        marker !== JOINED &&
        (wanted === undefined || marker === wanted)
      ) {
        let length = 1;
        while (length < sought.length && values[at + length] === sought[length]) length += 1;
        if (length === sought.length && at + length <= end) return true;
      }
    }
    return false;
  };
}

/**
 * Whether a document has all terms somewhere in a field.
 * @param sought the terms by their numbers
 * @param termOf the term of each word
 */
export function termsIn(
  lists: Lists,
  sought: readonly number[],
  termOf: Uint32Array,
  field: Field,
): OrdinalTest {
  const wanted = FIELDS.indexOf(field);
  return (ordinal) => {
    const missing = new Set(sought);
    let marker = 0;
    for (const number of listAt(lists, ordinal)) {
      if (number < FIRST_WORD) marker = number === JOINED ? marker : number;
      else if (marker === wanted) missing.delete(termOf[number - FIRST_WORD] ?? 0);
    }
    return missing.size === 0;
  };
}
