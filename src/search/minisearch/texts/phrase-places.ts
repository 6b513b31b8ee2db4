import { eachPhrase } from './each-phrase.ts';
import { type PackedRun, type ReadRun, readRun } from './posting-lists.ts';
import { createRecent } from './recent.ts';
import type { TextDatabase } from './schema.ts';
import { GONE } from './text-documents.ts';

/**
 * So many bytes are remembered of the words of phrases. The commonest words have by far the most places,
 * and they are in most phrases.
 */
const RECENT_BYTES = 32 * 1024 * 1024;

type PhrasePlaces = (words: readonly string[]) => Map<number, number>;

/**
 * Finds the documents whose texts say words one after the other, by their ordinals, with the place
 * where each does first.
 * @param ordinals of the documents, by their numbers in the database
 */
export function createPhrasePlaces(database: TextDatabase, ordinals: Uint32Array): PhrasePlaces {
  const select = database.prepare('SELECT run, documents, places FROM postings WHERE word = ?');
  const runsOf = createRecent(
    RECENT_BYTES,
    (word) =>
      new Map(
        (select.all(word) as (PackedRun & { run: number })[]).map((one) => [one.run, readRun(one)]),
      ),
    (runs) => [...runs.values()].reduce((sum, run) => sum + bytesOf(run), 0),
  );

  return (words) => {
    const places = new Map<number, number>();
    const [first, ...others] = words.map(runsOf);
    for (const [run, one] of first ?? []) {
      const rest = others.map((runs) => runs.get(run)).filter((other) => other !== undefined);
      if (rest.length < others.length) continue;
      eachPhrase([one, ...rest], (document, place) => {
        const ordinal = ordinals[document] ?? GONE;
        if (ordinal !== GONE && !places.has(ordinal)) places.set(ordinal, place);
        return false;
      });
    }
    return places;
  };
}

const bytesOf = ({ documents, counts, starts, places }: ReadRun): number =>
  documents.byteLength + counts.byteLength + starts.byteLength + places.byteLength;
