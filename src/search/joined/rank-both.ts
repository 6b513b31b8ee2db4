import { compareText } from '../../data/dates/compare.ts';
import type { Hit, Page } from '../hits.ts';
import type { Window } from '../questions.ts';

/** Scores that differ by less are the same: OpenSearch rounds what it weighs, and keeps seven figures. */
const SAME = { apart: 1e-4, part: 2e-7 };

type Ranked = { id: string; score: number };

/** Which part of its own hits each archive gives to a window, and whose each of them is. */
export type Shares = {
  corpus: Window;
  added: Window;
  /** For each hit of the window, whether it was added. */
  isAdded: readonly boolean[];
};

/** How many hits a page is one of. */
const countHits = ({ total, groups, similar = 0 }: Page): number => (groups ?? total) + similar;

/**
 * Shares a window out among the hits of the corpus and what was added. What was added takes the place that
 * its words give it among the first hits of the corpus, in whatever order these are; what falls behind
 * them comes right after.
 */
export function shareOut(corpus: Page, added: Page, { offset, limit }: Window): Shares {
  const owners = ownersOf(corpus.ranking?.first ?? [], added.ranking?.first ?? []);
  const [ofCorpus, ofAdded] = [countHits(corpus), countHits(added)];
  const isAddedAt = (at: number): boolean =>
    owners[at] ?? at >= ofCorpus + (added.ranking?.first.length ?? 0);
  const end = Math.min(offset + limit, ofCorpus + ofAdded);
  let passed = 0;
  for (let at = 0; at < Math.min(offset, ofCorpus + ofAdded); at += 1)
    passed += Number(isAddedAt(at));
  const isAdded = Array.from({ length: Math.max(0, end - offset) }, (_, at) =>
    isAddedAt(offset + at),
  );
  const own = isAdded.filter(Boolean).length;
  return {
    corpus: { offset: Math.max(0, offset - passed), limit: isAdded.length - own },
    added: { offset: passed, limit: own },
    isAdded,
  };
}

/** Whether each of the first hits of both, in their order, was added. */
function ownersOf(corpus: readonly Ranked[], added: readonly Ranked[]): boolean[] {
  const sorted = corpus.toSorted(compare);
  const owners = Array<boolean>(corpus.length).fill(false);
  let place = 0;
  for (const [at, one] of added.entries()) {
    while (place < sorted.length && compare(sorted[place] as Ranked, one) < 0) place += 1;
    owners.splice(place + at, 0, true);
  }
  return owners;
}

const compare = (a: Ranked, b: Ranked): number =>
  Math.abs(a.score - b.score) <= SAME.apart + SAME.part * Math.abs(a.score)
    ? compareText(a.id, b.id)
    : b.score - a.score;

/** Puts hits in the order in which a window was shared out. */
export function weave(
  corpus: readonly Hit[],
  added: readonly Hit[],
  isAdded: readonly boolean[],
): Hit[] {
  const [ofCorpus, ofAdded] = [corpus.values(), added.values()];
  return isAdded.flatMap((one) => (one ? ofAdded : ofCorpus).next().value ?? []);
}
