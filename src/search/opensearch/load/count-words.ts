import type { WordCounts } from '../fields/word-counts.ts';
import type { PinnedIndex } from '../pinned-index.ts';
import { anyOf, type Clause, term } from '../queries.ts';
import { asToken, beginning } from '../tokens.ts';

/**
 * Counts the documents that print or hold some words.
 * @param printed those that are counted as they are printed, and `held` those that are as terms
 */
export async function countWords(
  index: PinnedIndex,
  words: readonly string[],
  printed: ReadonlySet<string>,
  held: ReadonlySet<string>,
): Promise<(word: string) => Partial<WordCounts>> {
  const clausesOf = (word: string): Partial<Record<keyof WordCounts, Clause>> => {
    const token = asToken(word);
    const inTexts = [token, beginning(token)].map((one) => term('text_words', one));
    const terms = ['stems', 'text_stems'].map((field) => term(field, token));
    return {
      ...(printed.has(word) && { printed: term('words', token), printed_texts: anyOf(inTexts) }),
      ...(held.has(word) && {
        frequency: terms[0],
        frequency_texts: terms[1],
        frequency_both: anyOf(terms),
      }),
    };
  };
  const asked = words.map((word) => ({ word, clauses: Object.entries(clausesOf(word)) }));
  const counts = await index.count(asked.flatMap(({ clauses }) => clauses.map(([, one]) => one)));
  const byWord = new Map(
    asked.map(({ word, clauses }) => {
      const own = Object.fromEntries(
        clauses.map(([name]) => [name, counts.shift() ?? 0]),
      ) as Partial<WordCounts>;
      const { printed = 0, printed_texts: inTexts = 0 } = own;
      const most = 'printed' in own ? { printed_most: Math.max(printed, inTexts) } : {};
      return [word, { ...own, ...most }];
    }),
  );
  return (word) => byWord.get(word) ?? {};
}
