import { lowerBoundBy } from '../../data/lower-bound.ts';
import type { Term } from '../text/analysis.ts';
import type { Weights } from '../text/snippet.ts';
import type { CutPassage } from './cut-passages.ts';

/** A passage with how well it answers a question. */
export type ScoredPassage = CutPassage & {
  /** From 0; 1 where it holds every word sought, more where these are near each other. */
  score: number;
  /** From 0 to 1, how far from the middle the words sought stand. */
  offCentre: number;
};

/** How much it counts that the words stand near each other. */
const NEARNESS = 0.3;
/** What has fewer words in lower case, stop words aside, is a heading: it says little by itself. */
const LEAST_WORDS = 4;
const AS_HEADING = 0.5;

/**
 * Scores the passages of a page by how much of what is sought they hold, each word counted once, and by
 * how near each other its words stand. Passages that hold nothing of it are left out.
 * Tellex et al., Quantitative evaluation of passage retrieval algorithms for question answering (SIGIR
 * 2003), found those best that count how densely the words stand.
 * @param text the page's, of which `terms` are all in their order
 */
export function scorePassages(
  text: string,
  passages: readonly CutPassage[],
  terms: readonly Term[],
  sought: Weights,
): ScoredPassage[] {
  const all = sum(sought.values());
  const words = terms.filter(({ kind }) => kind !== 'half');
  const startOf = (at: number) => words[at]?.start ?? Number.POSITIVE_INFINITY;
  return passages.flatMap((passage) => {
    const from = lowerBoundBy(words.length, (at) => startOf(at) < passage.start);
    const to = lowerBoundBy(words.length, (at) => startOf(at) < passage.end);
    const held = words.slice(from, to);
    const matches = held.flatMap((word, at) => (sought.has(word.stem) ? [{ ...word, at }] : []));
    if (matches.length === 0) return [];
    const found = new Set(matches.map(({ stem }) => stem));
    const coverage = sum([...found].map((stem) => sought.get(stem) ?? 0)) / all;
    const score = coverage * (1 + NEARNESS * nearness(matches, found.size));
    const offCentre = distanceFromCentre(passage, matches);
    return [{ ...passage, score: isHeading(text, held) ? AS_HEADING * score : score, offCentre }];
  });
}

const isHeading = (text: string, words: readonly Term[]): boolean => {
  const said = words.filter(
    ({ kind, start }) => kind === 'word' && /^[\p{L}--\p{Lu}]/v.test(text.slice(start, start + 2)),
  );
  return said.length < LEAST_WORDS && words.some(({ kind }) => kind === 'word');
};

function distanceFromCentre({ start, end }: CutPassage, matches: readonly Term[]): number {
  const middle = ((matches[0]?.start ?? start) + (matches.at(-1)?.end ?? end)) / 2;
  return (2 * Math.abs(middle - (start + end) / 2)) / (end - start);
}

/** The best passages that share nothing with each other, the best first. */
export function bestApart<Passage extends ScoredPassage & { page: number }>(
  passages: readonly Passage[],
  most: number,
): Passage[] {
  const best: Passage[] = [];
  for (const passage of passages.toSorted(byWorth)) {
    if (best.length === most) break;
    if (!best.some((other) => overlap(passage, other))) best.push(passage);
  }
  return best;
}

/** Of those that hold the same, one within a paragraph comes first, then one round the words sought. */
const byWorth = (a: ScoredPassage, b: ScoredPassage): number =>
  b.score - a.score || a.breaks - b.breaks || a.offCentre - b.offCentre;

type Place = { page: number; start: number; end: number };

const overlap = (a: Place, b: Place): boolean =>
  a.page === b.page && a.start < b.end && b.start < a.end;

/** From 0 to 1, where each different word sought follows another one. */
function nearness(matches: readonly { stem: string; at: number }[], different: number): number {
  if (different < 2) return 0;
  const nearest = new Map<string, number>();
  for (const [i, { stem, at }] of matches.entries()) {
    const before = matches[i - 1];
    if (!before || before.stem === stem) continue;
    const pair = [before.stem, stem].sort().join(' ');
    nearest.set(pair, Math.min(nearest.get(pair) ?? Number.POSITIVE_INFINITY, at - before.at));
  }
  const closeness = [...nearest.values()].map((distance) => 1 / distance);
  return Math.min(1, sum(closeness) / (different - 1));
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};
