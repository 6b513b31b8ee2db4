import type { Emptiness, Query } from '../hits.ts';
import { formatCondition, formatGroup } from '../query/format-query.ts';
import { readTyped } from '../query/read-typed.ts';
import { nearestWords } from '../query/spelling.ts';
import type { TypedQuery } from '../query/typed-query.ts';
import { queryTerms } from '../query/weigh-words.ts';
import { bareWords } from '../text/analysis.ts';
import { passes, without } from './filter.ts';
import { find, findTyped } from './find.ts';
import { nearMisses } from './near-misses.ts';
import type { SearchIndex } from './search-index.ts';
import { holding } from './title-index.ts';

const MOST_SPELLINGS = 3;
/** Of a pasted passage, as many words as a person would look at. */
const MOST_WORDS = 12;
/** So many demands are left out in turn; each takes a search of its own. */
const MOST_DEMANDS = 6;

/** Says which word is nowhere, and which demand or filter kept everything out. */
export function explain(index: SearchIndex, { text, filter, ...expansion }: Query): Emptiness {
  const finding = find(index, text, expansion);
  const typed = readTyped(text);
  const unfiltered = without(filter).map(({ name, rest }) => {
    const kept = finding.ordinals.filter(passes(index.columns, rest));
    return { without: name, excludes: false, finding, kept };
  });
  const ways = relaxed(typed).slice(0, MOST_DEMANDS);
  const undemanded = ways.map(({ said, excludes, rest }) => {
    const found = findTyped(index, rest, expansion);
    const kept = found.ordinals.filter(passes(index.columns, filter));
    return { without: said, excludes, finding: found, kept };
  });
  const sought = [typed.words, ...typed.required.flat().map((condition) => condition.text)];
  const words = contentWords(index, sought.join(' '));
  return {
    words: words.length > 0 ? words : commonWords(index, text),
    filters: unfiltered.map((way) => ({ name: way.without, totalWithout: way.kept.length })),
    demands: undemanded.map(({ without, excludes, kept }) => ({
      said: without,
      excludes,
      totalWithout: kept.length,
    })),
    totalUnfiltered: finding.ordinals.length,
    nearMisses: nearMisses(index, [...unfiltered, ...undemanded], filter),
  };
}

/** A query without each of its demands in turn: a phrase becomes words. */
function relaxed(typed: TypedQuery): { said: string; excludes: boolean; rest: TypedQuery }[] {
  const { words, required, excluded, dates } = typed;
  const asWords = required.map((group) => ({
    said: formatGroup(group),
    excludes: false,
    rest: {
      ...typed,
      words: [words, ...group.map(({ text }) => text)].join(' '),
      required: required.filter((other) => other !== group),
    },
  }));
  const allowed = excluded.map((condition) => ({
    said: formatCondition(condition),
    excludes: true,
    rest: { ...typed, excluded: excluded.filter((other) => other !== condition) },
  }));
  const anyTime = {
    said: dates.join(', '),
    excludes: false,
    rest: { ...typed, from: undefined, to: undefined },
  };
  return [...asWords, ...allowed, ...(dates.length > 0 ? [anyTime] : [])];
}

function contentWords(index: SearchIndex, text: string): Emptiness['words'] {
  const typed = queryTerms(text).filter(({ kind }) => kind === 'word');
  const unique = new Map(typed.map((term) => [term.word, term]));
  return [...unique.values()].slice(0, MOST_WORDS).map(({ word, stem, start, end }) => {
    const total = index.terms.frequency(stem);
    const nearest = total > 0 ? [] : nearestWords(index.terms.vocabulary, word, MOST_SPELLINGS);
    return { word: text.slice(start, end), total, nearest };
  });
}

/** Looked for in titles only. */
const commonWords = (index: SearchIndex, text: string): Emptiness['words'] =>
  [...new Set(bareWords(text))]
    .slice(0, MOST_WORDS)
    .map((word) => ({ word, total: holding(index, word).length, nearest: [] }));
