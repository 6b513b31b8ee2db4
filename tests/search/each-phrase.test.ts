import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachPhrase } from '../../src/search/minisearch/texts/each-phrase.ts';
import {
  packPlace,
  type ReadRun,
  readRun,
} from '../../src/search/minisearch/texts/posting-lists.ts';
import { createVarintWriter } from '../../src/search/minisearch/texts/varints.ts';

const WORDS = ['the', 'open', 'door'];
/** A word at each place, and another that takes this place and the next, as where a line ends in a hyphen. */
type Place = { word: string; joined: string | null };

const word = fc.constantFrom(...WORDS);
const document = fc.array(fc.record<Place>({ word, joined: fc.option(word, { freq: 3 }) }), {
  maxLength: 40,
});

test('phrases are found where their words follow each other, of one place or of two', () => {
  fc.assert(
    fc.property(
      fc.array(document, { maxLength: 5 }),
      fc.array(word, { minLength: 1, maxLength: 4 }),
      (documents, phrase) => {
        const runs = phrase.map((one) => runOf(documents, one));
        const found: (readonly [number, number])[] = [];
        eachPhrase(runs, (number, place) => found.push([number, place]) > 0);
        const expected = documents.flatMap((places, number) =>
          places
            .flatMap((_, place) => (endsOf(places, place, phrase).length > 0 ? [place] : []))
            .map((place) => [number, place] as const),
        );
        const inOrder = (all: typeof found) => [...new Set(all.map(String))].sort();
        expect(inOrder(found)).toEqual(inOrder(expected));

        const first: number[] = [];
        eachPhrase(runs, (number) => first.push(number) < 0);
        expect(first).toEqual([...new Set(expected.map(([number]) => number))]);
      },
    ),
    { numRuns: 500 },
  );
});

/** Where the words end that begin at a place, in every way that they can be read. */
function endsOf(places: readonly Place[], from: number, words: readonly string[]): number[] {
  const [first, ...others] = words;
  if (first === undefined) return [from];
  const own = places[from];
  return [
    ...(own?.word === first ? endsOf(places, from + 1, others) : []),
    ...(own?.joined === first ? endsOf(places, from + 2, others) : []),
  ];
}

/** A word's postings, as the database has them. */
function runOf(documents: readonly (readonly Place[])[], sought: string): ReadRun {
  const [list, all] = [createVarintWriter(), createVarintWriter()];
  let last = 0;
  for (const [number, places] of documents.entries()) {
    const held = places.flatMap(({ word, joined }, place) => [
      ...(word === sought ? [packPlace(place, false)] : []),
      ...(joined === sought ? [packPlace(place, true)] : []),
    ]);
    if (held.length === 0) continue;
    const before = all.length;
    for (const [i, place] of held.entries()) all.write(place - (held[i - 1] ?? 0));
    list.write(number - last);
    list.write(held.length);
    list.write(all.length - before);
    last = number;
  }
  return readRun({ documents: list.take(), places: all.take() });
}
