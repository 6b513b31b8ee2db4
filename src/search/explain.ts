import { bareWords } from './analysis.ts';
import type { Emptiness, Query } from './engine.ts';
import { passes, without } from './filter.ts';
import { find } from './find.ts';
import { queryTerms } from './query-reading.ts';
import { placesThat, type Shelf } from './shelf.ts';
import { nearestWords } from './spelling.ts';
import { holding } from './titles.ts';

const MOST_SPELLINGS = 3;
/** Of a pasted passage, as many words as a person would look at. */
const MOST_WORDS = 12;

/** Says which word is nowhere, and which filter kept everything out. */
export function explain(shelf: Shelf, { text, filter }: Query): Emptiness {
  const { places } = find(shelf, text).scores;
  const filters = without(filter).map(({ name, rest }) => {
    const keep = passes(rest);
    return { name, totalWithout: placesThat(shelf, places, keep).length };
  });
  const words = tellingWords(shelf, text);
  return {
    words: words.length > 0 ? words : commonWords(shelf, text),
    filters,
    totalUnfiltered: places.length,
  };
}

function tellingWords({ index }: Shelf, text: string): Emptiness['words'] {
  const typed = queryTerms(text).filter(({ kind }) => kind === 'word');
  const unique = new Map(typed.map((term) => [term.word, term]));
  return [...unique.values()].slice(0, MOST_WORDS).map(({ word, stem, start, end }) => {
    const total = index.frequency(stem);
    const nearest = total > 0 ? [] : nearestWords(index.vocabulary, word, MOST_SPELLINGS);
    return { word: text.slice(start, end), total, nearest };
  });
}

/** Looked for in titles only. */
const commonWords = ({ titles }: Shelf, text: string): Emptiness['words'] =>
  [...new Set(bareWords(text))]
    .slice(0, MOST_WORDS)
    .map((word) => ({ word, total: holding(titles, word).length, nearest: [] }));
