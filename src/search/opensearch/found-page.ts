import type { Page } from '../../data/texts/page.ts';
import type { PagePassages } from '../hits.ts';
import { terms } from '../text/analysis.ts';
import { bestPlaceBefore, type StemPlace, WINDOW } from '../text/best-place.ts';
import { analyzePages, type PlacedWord, placeOfPhrase, placeWords } from '../text/placed-words.ts';
import type { Weights } from '../text/snippet.ts';
import { snippetAt } from '../text/snippet-at.ts';
import type { SearchHit } from './cluster.ts';
import { columnOf } from './pinned-index.ts';

/** A passage of a text, with its page. */
export type TextPassage = PagePassages['passages'][number];

/** A page of a text, as it was found, with the words that it says and those after it. */
export type FoundPage = {
  page: Page;
  placed: readonly (PlacedWord & StemPlace)[];
  /** How many words are its own. */
  length: number;
};

/** What the hits of pages are asked for. */
export const PAGES = { stored_fields: ['line', 'next'] };

/** As many words of a phrase are looked for: those that a page and the beginning of the next have. */
export const LONGEST_PHRASE = WINDOW;

/** The page of a hit that was asked for with it. */
export function pageIn(hit: SearchHit): Page {
  const line = columnOf<string>(hit, 'line');
  if (line === undefined) throw new Error('OpenSearch has given a hit without its page');
  return JSON.parse(line);
}

export function foundPage(hit: SearchHit): FoundPage {
  const page = pageIn(hit);
  // After the end of the line that is between the two.
  const next = columnOf<string>(hit, 'next')?.slice(1);
  const analyzed = analyzePages(next ? [page, { text: next }] : [page], terms);
  const placed = placeWords(analyzed).map((word, i) => ({
    ...word,
    place: word.first,
    // Stop words aren't looked for, whatever else has their stems.
    stem: analyzed[i]?.kind === 'stop word' ? '' : (analyzed[i]?.stem ?? ''),
  }));
  const after = analyzed.findIndex(({ start }) => start >= page.text.length);
  const length = after < 0 ? Number.POSITIVE_INFINITY : (placed[after]?.first ?? 0);
  return { page, placed, length };
}

/** The best passage that begins on a page, and what it is worth; undefined if there is none. */
export const bestOn = ({ placed, length }: FoundPage, worth: Weights) =>
  bestPlaceBefore(
    length,
    placed.filter(({ stem }) => worth.has(stem)),
    worth,
  );

/** Where a page begins to say a phrase. */
export const phraseOn = ({ placed }: FoundPage, phrase: readonly string[]): number | undefined =>
  placeOfPhrase(placed, phrase.slice(0, LONGEST_PHRASE));

/** The passage of a page round one of its words. */
export function passageAt(
  { page: { id: _, text, ...page } }: FoundPage,
  place: number,
  worth: Weights,
): TextPassage {
  return { page, snippet: snippetAt({ text }, place, worth) };
}
