import type { OrdinalTest } from '../../index/forward-index.ts';
import type { Vocabulary } from '../../query/spelling.ts';
import { idfOf } from '../../ranking/idf.ts';
import { stem } from '../../text/analysis.ts';
import { isStopWord } from '../../text/stop-words.ts';
import type { HeldTerms } from '../held-terms.ts';
import { intersect } from '../intersect.ts';
import type { TermIndex } from '../term-index.ts';
import { united } from '../united.ts';
import { createRecent } from './recent.ts';
import type { TextIndex } from './text-index.ts';

/** Terms whose documents are remembered: a question asks for each several times. */
const RECENT = 64;

/** What texts alone hold. Fields are of the records, wherever words are looked for. */
export const termsOfTexts = (texts: TextIndex, records: TermIndex, total: number): HeldTerms => ({
  ...texts.statistics,
  ordinalsOf: texts.ordinalsOf,
  ordinalsOfAll: texts.ordinalsOfAll,
  holdsAll: (stems) => amongst(texts.ordinalsOfAll(stems), total),
  recordHoldsAll: records.holdsAll,
  holdsIn: records.holdsIn,
  says(words, field) {
    if (field !== 'any') return records.says(words, field);
    const places = texts.placesOf(words);
    return (ordinal) => places.has(ordinal);
  },
});

/** What records and texts hold together: a document's text is as much of it as its record. */
export function termsOfBoth(texts: TextIndex, records: TermIndex, total: number): HeldTerms {
  const ordinalsOf = createRecent(RECENT, (term) =>
    united(records.ordinalsOf(term), texts.ordinalsOf(term)),
  );
  const ordinalsOfAll = (terms: readonly string[]) => intersect(terms.map(ordinalsOf));
  const frequency = (term: string) => ordinalsOf(term).length;
  let vocabulary: Vocabulary | undefined;
  return {
    ordinalsOf,
    ordinalsOfAll,
    frequency,
    idf: (term) => idfOf(frequency(term), total),
    isPrinted: (word) => records.isPrinted(word) || texts.statistics.isPrinted(word),
    areTogether: (terms) => ordinalsOfAll(terms).length > 0,
    get vocabulary() {
      vocabulary ??= inOne(records.vocabulary, texts.statistics.vocabulary);
      return vocabulary;
    },
    holdsAll: (terms) => amongst(ordinalsOfAll(terms), total),
    recordHoldsAll: records.holdsAll,
    holdsIn: records.holdsIn,
    says(words, field) {
      const isSaid = records.says(words, field);
      if (field !== 'any') return isSaid;
      const places = texts.placesOf(words);
      // Most of what is asked for holds the words in its text.
      const stems = words.filter((word) => !isStopWord(word)).map(stem);
      const isHeld = stems.length > 0 ? records.holdsAll(stems) : () => true;
      return (ordinal) => places.has(ordinal) || (isHeld(ordinal) && isSaid(ordinal));
    },
  };
}

function amongst(ordinals: Uint32Array, total: number): OrdinalTest {
  const marks = new Uint8Array(total);
  for (const ordinal of ordinals) marks[ordinal] = 1;
  return (ordinal) => marks[ordinal] === 1;
}

/** Words of two vocabularies, each with the greater of its numbers. */
const inOne = (one: Vocabulary, other: Vocabulary): Vocabulary => ({
  fuzzyGet(word, edits) {
    const found = new Map(one.fuzzyGet(word, edits));
    for (const [near, [documents, ...rest]] of other.fuzzyGet(word, edits)) {
      const [before = 0] = found.get(near) ?? [];
      found.set(near, [Math.max(before, documents), ...rest]);
    }
    return found;
  },
});
