import type { PackedDocuments } from '../../../data/corpus/packed-documents.ts';
import type { PagePassages } from '../../hits.ts';
import type { Window } from '../../questions.ts';
import { bestPlace } from '../../text/best-place.ts';
import type { Weights } from '../../text/snippet.ts';
import { snippetAt } from '../../text/snippet-at.ts';
import { bare } from './chunks.ts';
import { passagesOn } from './page-passages.ts';
import type { ReadTexts } from './read-texts.ts';
import { GONE, readTextDocuments } from './text-documents.ts';
import { openTextIndex } from './text-index.ts';
import { openTextPages } from './text-pages.ts';

/** The texts of a corpus, to be searched and read. */
export type Texts = ReturnType<typeof openTexts>;

export function openTexts(
  read: ReadTexts,
  documents: Pick<PackedDocuments, 'length' | 'ordinalOf' | 'idAt'>,
) {
  const held = readTextDocuments(read.database, documents);
  const index = openTextIndex(read, held);
  const numbersAt = read.database
    .prepare('SELECT document FROM addresses WHERE address = ?')
    .pluck();
  const { pages, pageAt, allPages } = openTextPages(read.database);
  return {
    ...index,
    coverage: held.coverage,
    hasText: (ordinal: number) => held.numbers.has(ordinal),
    /** The documents that have a page of this address, by its number, in no order. */
    addressed: (address: number): number[] =>
      (numbersAt.all(address) as number[])
        .map((number) => held.ordinals[number] ?? GONE)
        .filter((ordinal) => ordinal !== GONE),
    /** The pages of a document, by its ordinal; none if it has no text. */
    pages(ordinal: number, window: Window) {
      const number = held.numbers.get(ordinal);
      return number === undefined
        ? { total: 0, pages: [] }
        : pages(number, documents.idAt(ordinal), window);
    },
    /**
     * The passage of a document's text that answers best, and its page; undefined if nothing of what is
     * sought stands in it.
     * @param worth how much each stem counts
     * @param phrases that are looked for first, as their words
     */
    passage(ordinal: number, worth: Weights, phrases: readonly (readonly string[])[]) {
      const number = held.numbers.get(ordinal);
      if (number === undefined) return undefined;
      const [said] = phrases.flatMap((words) => index.placesOf(words).get(ordinal) ?? []);
      const place = said ?? bestPlace(index.stemsAt(number, [...worth.keys()]), worth);
      const found = place === undefined ? undefined : pageAt(number, place);
      if (place === undefined || !found) return undefined;
      const { text: _, ...page } = bare(found);
      return { page, snippet: snippetAt(found, place - found.firstWord, worth) };
    },
    /** The passages of a document's text, a page each, the best first. */
    passages(
      ordinal: number,
      worth: Weights,
      phrases: readonly (readonly string[])[],
      window: Window,
    ): PagePassages {
      const number = held.numbers.get(ordinal);
      if (number === undefined) return { total: 0, passages: [] };
      const said = phrases.flatMap((words) => index.phraseAt(number, words));
      const places = index.stemsAt(number, [...worth.keys()]);
      return passagesOn(allPages(number), places, said, worth, window);
    },
  };
}
