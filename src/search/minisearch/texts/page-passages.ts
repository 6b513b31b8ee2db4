import type { PagePassages } from '../../hits.ts';
import type { Window } from '../../questions.ts';
import { bestPlace, type StemPlace } from '../../text/best-place.ts';
import type { Weights } from '../../text/snippet.ts';
import { snippetAt } from '../../text/snippet-at.ts';
import { within } from '../../window.ts';
import { bare, type KeptPage } from './chunks.ts';

type PageMatches = {
  page: KeptPage;
  places: StemPlace[];
  /** Where a phrase begins that is demanded. */
  phrase?: number | undefined;
  worth: number;
};

/**
 * The best passage of every page that answers, the best page first: with a phrase that is demanded, then
 * with most of what is sought; of equal ones the first.
 * @param places where stems that are sought stand in the document, in any order
 * @param phrases where the phrases that are demanded begin
 */
export function passagesOn(
  pages: readonly KeptPage[],
  places: readonly StemPlace[],
  phrases: readonly number[],
  worth: Weights,
  window: Window,
): PagePassages {
  const all = pages.map((page): PageMatches => ({ page, places: [], worth: 0 }));
  const at = (place: number) => all.findLast(({ page }) => page.firstWord <= place);
  for (const one of places) at(one.place)?.places.push(one);
  for (const place of phrases.toReversed()) {
    const found = at(place);
    if (found) found.phrase = place;
  }
  const found = all.filter(({ places: own }) => own.length > 0);
  for (const one of found) {
    const stems = new Set(one.places.map(({ stem }) => stem));
    one.worth = [...stems].reduce((sum, stem) => sum + (worth.get(stem) ?? 0), 0);
  }
  const isSaid = ({ phrase }: PageMatches) => Number(phrase !== undefined);
  found.sort((a, b) => isSaid(b) - isSaid(a) || b.worth - a.worth);
  return {
    total: found.length,
    passages: within(found, window).map(({ page, places: own, phrase }) => {
      const place = phrase ?? bestPlace(own, worth) ?? page.firstWord;
      const { text: _, ...rest } = bare(page);
      return { page: rest, snippet: snippetAt(page, place - page.firstWord, worth) };
    }),
  };
}
