import type { Vocabulary } from '../../query/spelling.ts';
import type { WordStatistics } from '../../query/word-statistics.ts';
import { idfOf } from '../../ranking/idf.ts';
import { stem } from '../../text/analysis.ts';
import type { StemPlace } from '../../text/best-place.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { intersect } from '../intersect.ts';
import { eachPhrase } from './each-phrase.ts';
import { createPhrasePlaces } from './phrase-places.ts';
import { type PackedRun, placesIn, readPostings, readRun } from './posting-lists.ts';
import type { ReadTexts } from './read-texts.ts';
import { createRecent } from './recent.ts';
import { GONE, type TextDocuments } from './text-documents.ts';
import { createTextScores, type Holders } from './text-scores.ts';

export type TextIndex = ReturnType<typeof openTextIndex>;

/** So much is remembered of a question, which asks for each of its terms several times. */
const RECENT = 64;
/** A list that holds more than one of so many documents is long. */
const MANY = 16;

/** Opens a database of texts to be asked which documents hold what. */
export function openTextIndex(
  { database, words }: ReadTexts,
  { total, ordinals, norms, coverage, strays }: TextDocuments,
) {
  const selectRuns = database.prepare('SELECT documents FROM postings WHERE word = ?').pluck();
  const selectRunOf = database.prepare(
    `SELECT documents, places FROM postings WHERE word = ? AND run = (
       SELECT max(run) FROM runs WHERE first_document <= ?
     )`,
  );
  const selectWords = database.prepare('SELECT word FROM words WHERE stem = ?').pluck();
  const selectPrinted = database.prepare('SELECT documents FROM words WHERE word = ?').pluck();
  // Stop words stand there for phrases: "has" isn't what is looked for by the name of Ha.
  const wordsOf = createRecent(RECENT, (stem) =>
    (selectWords.all(stem) as string[]).filter((word) => !isStopWord(word)),
  );

  const sums = new Uint32Array(total);
  /** Adds up what the words of a stem hold. */
  const holdersOf = createRecent(RECENT, (stem): Holders => {
    const found: number[] = [];
    for (const run of wordsOf(stem).flatMap((word) => selectRuns.all(word) as Buffer[])) {
      const { documents, counts } = readPostings(run);
      for (let i = 0; i < documents.length; i += 1) {
        const ordinal = ordinals[documents[i] ?? 0] ?? GONE;
        if (ordinal === GONE) continue;
        const before = sums[ordinal] ?? 0;
        if (before === 0) found.push(ordinal);
        sums[ordinal] = before + (counts[i] ?? 0);
      }
    }
    const holders = ascending(found, sums);
    const counts = holders.map((ordinal) => sums[ordinal] ?? 0);
    for (const ordinal of holders) sums[ordinal] = 0;
    return { ordinals: holders, counts };
  });
  const ordinalsOf = (stem: string) => holdersOf(stem).ordinals;
  const ordinalsOfAll = (stems: readonly string[]) => intersect(stems.map(ordinalsOf));
  const frequency = (stem: string) => ordinalsOf(stem).length;
  const idf = (stem: string) => idfOf(frequency(stem), coverage.documents);
  const placesOf = createPhrasePlaces(database, ordinals);
  const recentPlaces = createRecent(RECENT, (phrase) => placesOf(phrase.split(' ')));

  /** Whether any of so many texts that print a word is of a document that the corpus has. */
  const isHeld = (word: string, texts: number) =>
    texts > strays || (texts > 0 && frequency(stem(word)) > 0);
  const statistics: WordStatistics = {
    frequency,
    idf,
    areTogether: (stems) => ordinalsOfAll(stems).length > 0,
    isPrinted: (word) =>
      !isStopWord(word) && isHeld(word, (selectPrinted.get(word) as number | undefined) ?? 0),
    get vocabulary() {
      return strays === 0 ? words.vocabulary : heldOf(words.vocabulary, isHeld);
    },
  };
  return {
    statistics,
    ordinalsOf,
    ordinalsOfAll,
    /** Of each document whose text says the words one after the other, the place where it does first. */
    placesOf: (words: readonly string[]) => recentPlaces(words.join(' ')),
    ...createTextScores({ holdersOf, ordinalsOfAll, idf, norms }),
    /** Where words of the stems stand in a document, by its number. */
    stemsAt: (number: number, stems: readonly string[]): StemPlace[] =>
      stems.flatMap((stem) =>
        wordsOf(stem).flatMap((word) => {
          const run = selectRunOf.get(word, number) as PackedRun | undefined;
          return run ? placesIn(run, number).map((place) => ({ stem, place })) : [];
        }),
      ),
    /** Where the words stand one after the other in a document, by its number. */
    phraseAt(number: number, words: readonly string[]): number[] {
      const runs = words.map((word) => selectRunOf.get(word, number) as PackedRun | undefined);
      const held = runs.filter((run) => run !== undefined).map(readRun);
      const places: number[] = [];
      if (held.length < runs.length) return places;
      eachPhrase(held, (document, place) => {
        if (document === number) places.push(place);
        return document <= number;
      });
      return places;
    },
  };
}

const heldOf = (
  vocabulary: Vocabulary,
  isHeld: (word: string, texts: number) => boolean,
): Vocabulary => ({
  fuzzyGet: (word, edits) =>
    new Map([...vocabulary.fuzzyGet(word, edits)].filter(([near, [texts]]) => isHeld(near, texts))),
});

/** The ordinals that have a sum, ascending. Of many, looking at all sums takes less time than sorting. */
function ascending(found: readonly number[], sums: Uint32Array): Uint32Array {
  const ordinals = Uint32Array.from(found);
  if (found.length < sums.length / MANY) return ordinals.sort();
  let length = 0;
  for (let ordinal = 0; ordinal < sums.length; ordinal += 1) {
    if (sums[ordinal] === 0) continue;
    ordinals[length] = ordinal;
    length += 1;
  }
  return ordinals;
}
