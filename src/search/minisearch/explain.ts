import type { Emptiness } from '../hits.ts';
import { explainWords, titleWords } from '../query/explain-words.ts';
import { without } from '../query/filter.ts';
import { readTyped } from '../query/read-typed.ts';
import { relaxed } from '../query/relaxed.ts';
import type { Query } from '../questions.ts';
import { passes } from './filter.ts';
import { find, findTyped } from './find.ts';
import { addressed } from './identified.ts';
import { nearMisses } from './near-misses.ts';
import { partsOf } from './parts.ts';
import type { SearchIndex } from './search-index.ts';
import { holding } from './title-index.ts';

/** Says which word is nowhere, and which demand or filter kept everything out. */
export function explain(index: SearchIndex, { text, filter, ...expansion }: Query): Emptiness {
  const finding = find(index, text, expansion);
  const typed = readTyped(text);
  const unfiltered = without(filter).map(({ name, rest }) => {
    const kept = finding.ordinals.filter(passes(index.columns, rest));
    return { without: name, excludes: false, finding, kept };
  });
  const undemanded = relaxed(typed).map(({ said, excludes, rest }) => {
    const found = findTyped(index, rest, expansion);
    const kept = found.ordinals.filter(passes(index.columns, filter));
    return { without: said, excludes, finding: found, kept };
  });
  const words = [
    ...typed.links.map((word) => ({ word, total: addressed(index, word).length, nearest: [] })),
    ...explainWords(typed, partsOf(index, expansion.in).sought.terms),
  ];
  return {
    words: words.length > 0 ? words : commonWords(index, typed.words),
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

/** Looked for in titles only. */
const commonWords = (index: SearchIndex, text: string): Emptiness['words'] =>
  titleWords(text).map((word) => ({ word, total: holding(index, word).length, nearest: [] }));
