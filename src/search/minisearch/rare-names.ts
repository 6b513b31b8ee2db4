import { nameWords } from '../query/name-words.ts';
import { isRareName } from '../ranking/by-meaning.ts';
import { stem } from '../text/analysis.ts';
import type { Finding } from './find.ts';

/** The rare names that a question gives, as far as documents hold them. */
export type RareNames = {
  count: number;
  /** How many of them each document holds, by ordinal. */
  held: Uint8Array;
};

/** @param documents how many there are */
export function rareNames(
  { typed, others, sought: terms }: Pick<Finding, 'typed' | 'others' | 'sought'>,
  documents: number,
): RareNames {
  const listed = others.map(({ typed: words, words: otherwise }) => [
    ...terms.ordinalsOfAll(words.map(stem)),
    ...terms.ordinalsOfAll(otherwise.map(stem)),
  ]);
  const settled = new Set(others.flatMap(({ typed: words }) => words));
  const named = nameWords(typed.words)
    .filter((word) => !settled.has(word))
    .map((word) => [...terms.ordinalsOf(stem(word))]);
  const rare = [...listed, ...named].filter(
    ({ length }) => length > 0 && isRareName(length, documents),
  );
  const held = new Uint8Array(documents);
  for (const ordinals of rare) {
    for (const ordinal of new Set(ordinals)) held[ordinal] = (held[ordinal] ?? 0) + 1;
  }
  return { count: rare.length, held };
}
