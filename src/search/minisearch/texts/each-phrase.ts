import { firstOf, lastOf, type ReadRun } from './posting-lists.ts';
import { WordPlaces } from './word-places.ts';

/** A word of a phrase, and how far its documents have been gone through. */
type PhraseWord = { run: ReadRun; places: WordPlaces; at: number };

/** The next word of a phrase that is looked for, before or after those that stand there. */
type Step = { places: WordPlaces; isBefore: boolean };

/**
 * Finds the documents of a run that hold words one after the other. It is looked around the places of
 * the rarest word, for its rarer neighbour first, so that few places of common words are read.
 * @param runs of each word
 * @param found is told of each document and each place where the words begin; whether it wants to hear of
 * more in the same document
 */
export function eachPhrase(
  runs: readonly ReadRun[],
  found: (document: number, place: number) => boolean,
): void {
  const phrase = runs.map(
    (run): PhraseWord => ({ run, places: new WordPlaces(run.places), at: 0 }),
  );
  const [fewest] = runs.toSorted((a, b) => a.documents.length - b.documents.length);
  const { rarest, steps } = inSteps(phrase);
  for (const document of fewest?.documents ?? []) {
    if (!areAllAt(phrase, document)) continue;
    for (const { run, places, at } of phrase) {
      places.open(run.starts[at] ?? 0, run.starts[at + 1] ?? 0);
    }
    const foundHere = (place: number) => found(document, place);
    for (let place = rarest.next(); place >= 0; place = rarest.next()) {
      if (!grow(steps, 0, firstOf(place), lastOf(place), foundHere)) break;
    }
  }
}

/** Goes on to a document in each list. Documents are asked for in ascending order. */
function areAllAt(phrase: readonly PhraseWord[], document: number): boolean {
  for (const word of phrase) {
    const { documents } = word.run;
    let { at } = word;
    while (at < documents.length && (documents[at] ?? 0) < document) at += 1;
    word.at = at;
    if (documents[at] !== document) return false;
  }
  return true;
}

/** The rarest word, and the others from there to both sides, of two neighbours the rarer first. */
function inSteps(phrase: readonly PhraseWord[]): { rarest: WordPlaces; steps: Step[] } {
  const bytesOf = (at: number) => phrase[at]?.run.places.length ?? Number.POSITIVE_INFINITY;
  const [first = 0] = [...phrase.keys()].sort((a, b) => bytesOf(a) - bytesOf(b));
  const steps: Step[] = [];
  for (let [before, after] = [first - 1, first + 1]; steps.length < phrase.length - 1; ) {
    const isBefore = bytesOf(before) <= bytesOf(after);
    const word = phrase[isBefore ? before : after];
    if (word) steps.push({ places: word.places, isBefore });
    if (isBefore) before -= 1;
    else after += 1;
  }
  return { rarest: phrase[first]?.places ?? new WordPlaces(new Uint8Array()), steps };
}

/**
 * Finds where the phrase begins of which some words stand there.
 * @param at which step is next
 * @param first the place of the first of them, and `last` the last one's
 * @param found is told of each; whether it wants to hear of more
 * @returns the same
 */
function grow(
  steps: readonly Step[],
  at: number,
  first: number,
  last: number,
  found: (place: number) => boolean,
): boolean {
  const step = steps[at];
  if (!step) return found(first);
  const { places, isBefore } = step;
  // Each word takes a place, or two where it is joined.
  for (let taken = 2; taken > 0; taken -= 1) {
    const place = isBefore ? first - taken : last + 1;
    if (place < 0 || !places.standsAt(place, taken === 2)) continue;
    const isMoreWanted = isBefore
      ? grow(steps, at + 1, place, last, found)
      : grow(steps, at + 1, first, last + taken, found);
    if (!isMoreWanted) return false;
  }
  return true;
}
