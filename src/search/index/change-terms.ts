import { NEW } from '../../data/corpus/check-lines.ts';
import { filled } from '../../data/filled.ts';
import { countTerms } from './count-terms.ts';
import type { ForwardIndex } from './forward-index.ts';
import type { Earlier } from './index-documents.ts';
import { createWordCounter, termsOf } from './index-terms.ts';
import { mergePostings } from './merge-postings.ts';
import { ordinalsNow } from './ordinals-now.ts';
import type { Postings } from './postings.ts';
import { createTermCounter, NO_TERM } from './term-counter.ts';

/**
 * The same as `indexTerms`, from an earlier index: what documents held that are still there is copied,
 * and only new ones are counted.
 * @returns also the number that each term had, or `NEW`
 */
export function changeTerms(
  forward: ForwardIndex,
  { data, earlierOrdinals }: Earlier,
): { postings: Postings; termBefore: Int32Array } {
  const { forward: forwardBefore, postings: before } = data;
  const wordBefore = numbersBefore(forward.dictionary, forwardBefore.dictionary);
  const { terms, termOf } = termsOf(forward.dictionary, { postings: before, wordBefore });
  const termBefore = new Int32Array(terms.length).fill(NEW);
  for (let word = 0; word < termOf.length; word += 1) {
    const [known = NEW, term = NO_TERM] = [wordBefore[word], termOf[word]];
    if (known !== NEW && term !== NO_TERM) termBefore[term] = before.termOf[known] ?? NEW;
  }

  const { ordinalNow, added } = ordinalsNow(earlierOrdinals, before.lengths.length);
  // Those new are counted below.
  const lengths = filled(
    new Uint32Array(earlierOrdinals.length),
    (ordinal) => before.lengths[earlierOrdinals[ordinal] ?? NEW] ?? 0,
  );
  const counter = createTermCounter(forward, termOf, terms.length);
  const fresh = countTerms(counter, terms.length, added, lengths);
  const merged = mergePostings(termBefore, before, ordinalNow, fresh);
  return { postings: { terms, termOf, ...merged, lengths, printed: countPrinted() }, termBefore };

  /** How many documents print each word: as before, without those gone and with those new. */
  function countPrinted(): Uint32Array {
    const left = before.printed.slice();
    const countBefore = createWordCounter(forwardBefore, before.termOf, left);
    for (let earlierOrdinal = 0; earlierOrdinal < ordinalNow.length; earlierOrdinal += 1) {
      if (ordinalNow[earlierOrdinal] === NEW) countBefore(earlierOrdinal, -1);
    }
    const printed = filled(
      new Uint32Array(wordBefore.length),
      (word) => left[wordBefore[word] ?? NEW] ?? 0,
    );
    const countNow = createWordCounter(forward, termOf, printed);
    for (const ordinal of added) countNow(ordinal);
    return printed;
  }
}

/** The number of each text in another dictionary, or `NEW`; both are sorted. */
function numbersBefore(dictionary: readonly string[], before: readonly string[]): Int32Array {
  let at = 0;
  return filled(new Int32Array(dictionary.length), (number) => {
    const text = dictionary[number] ?? '';
    while (at < before.length && (before[at] ?? '') < text) at += 1;
    return before[at] === text ? at : NEW;
  });
}
