import { NEW } from '../../data/corpus/check-lines.ts';
import { filled } from '../../data/filled.ts';
import { stem } from '../text/analysis.ts';
import { isStopWord } from '../text/stop-words.ts';
import { createCodedWriter } from './coded-lists.ts';
import { countTerms } from './count-terms.ts';
import { FIRST_WORD, type ForwardIndex, JOINED } from './forward-index.ts';
import { NO_LISTS } from './lists.ts';
import type { Postings } from './postings.ts';
import { createTermCounter, NO_TERM } from './term-counter.ts';

/** Counts which terms each document holds. */
export function indexTerms(forward: ForwardIndex): Postings {
  const { terms, termOf } = termsOf(forward.dictionary);
  const documents = forward.lists.starts.length - 1;
  const lengths = new Uint32Array(documents);
  const all = filled(new Uint32Array(documents), (ordinal) => ordinal);
  const counter = createTermCounter(forward, termOf, terms.length);
  const counted = countTerms(counter, terms.length, all, lengths);
  const printed = new Uint32Array(forward.dictionary.length);
  const countWords = createWordCounter(forward, termOf, printed);
  for (let ordinal = 0; ordinal < documents; ordinal += 1) countWords(ordinal);
  return { terms, termOf, ...counted, lengths, printed };
}

/**
 * All terms, and that of each word.
 * @param earlier an index whose words needn't be stemmed again, and the number of each word there
 */
export function termsOf(
  dictionary: readonly string[],
  earlier?: { postings: Postings; wordBefore: Int32Array },
): Pick<Postings, 'terms' | 'termOf'> {
  const writer = createCodedWriter(STOP_WORD + 1, {
    dictionary: earlier?.postings.terms ?? [],
    lists: NO_LISTS,
  });
  for (const [number, word] of dictionary.entries()) {
    const before = earlier?.wordBefore[number] ?? NEW;
    if (isStopWord(word)) writer.pushNumber(STOP_WORD);
    else if (before === NEW) writer.push(stem(word));
    else writer.pushNumber(STOP_WORD + 1 + (earlier?.postings.termOf[before] ?? 0));
  }
  const { dictionary: terms, lists } = writer.written();
  const termOf = lists.values.map((number) =>
    number === STOP_WORD ? NO_TERM : number - STOP_WORD - 1,
  );
  return { terms, termOf };
}

const STOP_WORD = 0;

/**
 * Counts the documents that print a word as it reads; stop words aren't counted.
 * @param counts by word, to which a document is added
 * @returns adds a document, or takes it away
 */
export function createWordCounter(
  { lists: { starts, values } }: ForwardIndex,
  termOf: Uint32Array,
  counts: Uint32Array,
): (ordinal: number, step?: 1 | -1) => void {
  const last = new Int32Array(counts.length).fill(-1);
  return (ordinal, step = 1) => {
    const end = starts[ordinal + 1] ?? 0;
    let isJoined = false;
    for (let at = starts[ordinal] ?? 0; at < end; at += 1) {
      const value = values[at] ?? 0;
      if (value < FIRST_WORD) isJoined = value === JOINED;
      const word = value - FIRST_WORD;
      if (word < 0 || isJoined || last[word] === ordinal || termOf[word] === NO_TERM) continue;
      last[word] = ordinal;
      counts[word] = (counts[word] ?? 0) + step;
    }
  };
}
