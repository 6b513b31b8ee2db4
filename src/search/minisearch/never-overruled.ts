import { nameWords } from '../query/name-words.ts';
import { isRareName } from '../ranking/by-meaning.ts';
import { stem } from '../text/analysis.ts';
import type { Finding } from './find.ts';

/**
 * The documents that nothing found by its meaning alone may stand above: those that hold all rare names
 * that the question gives and any document holds, or all of its words.
 * @returns 1 for each of them, by ordinal
 */
export function neverOverruled(
  { typed, weights, others, unknown, sought: terms }: Finding,
  documents: number,
): Uint8Array {
  const marks = new Uint8Array(documents);
  const listed = others.map(({ typed: words, words: otherwise }) => [
    ...terms.ordinalsOfAll(words.map(stem)),
    ...terms.ordinalsOfAll(otherwise.map(stem)),
  ]);
  const settled = new Set(others.flatMap(({ typed: words }) => words));
  const named = nameWords(typed.words)
    .filter((word) => !settled.has(word))
    .map((word) => [...terms.ordinalsOf(stem(word))]);
  const names = [...listed, ...named].filter(
    ({ length }) => length > 0 && isRareName(length, documents),
  );
  const [first = [], ...rest] = names.map((ordinals) => new Set(ordinals));
  for (const ordinal of first) {
    if (rest.every((name) => name.has(ordinal))) marks[ordinal] = 1;
  }
  const stems = [...weights].filter(([, weight]) => weight >= 1).map(([one]) => one);
  if (unknown.length > 0 || stems.length === 0) return marks;
  for (const ordinal of terms.ordinalsOfAll(stems)) marks[ordinal] = 1;
  return marks;
}
