import { eachPhrase } from './each-phrase.ts';
import type { PackedRun } from './posting-lists.ts';
import type { TextDatabase } from './schema.ts';
import { GONE } from './text-documents.ts';

type PhrasePlaces = (words: readonly string[]) => Map<number, number>;

/**
 * Finds the documents whose texts say words one after the other, by their ordinals, with the place
 * where each does first.
 * @param ordinals of the documents, by their numbers in the database
 */
export function createPhrasePlaces(database: TextDatabase, ordinals: Uint32Array): PhrasePlaces {
  const select = database.prepare('SELECT run, documents, places FROM postings WHERE word = ?');
  const runsOf = (word: string) =>
    new Map((select.all(word) as (PackedRun & { run: number })[]).map((one) => [one.run, one]));

  return (words) => {
    const places = new Map<number, number>();
    const [first, ...others] = words.map(runsOf);
    for (const [run, one] of first ?? []) {
      const rest = others.map((runs) => runs.get(run)).filter((other) => other !== undefined);
      if (rest.length < others.length) continue;
      eachPhrase([one, ...rest], (document, place) => {
        const ordinal = ordinals[document] ?? GONE;
        if (ordinal !== GONE && !places.has(ordinal)) places.set(ordinal, place);
      });
    }
    return places;
  };
}
