import type { Document } from '../../data/corpus/document.ts';
import { daysBetween } from '../../data/dates/calendar.ts';
import { compareText } from '../../data/dates/compare.ts';
import { daysApart } from '../../data/dates/days-apart.ts';

/** A passage that may be chosen. Those of one document share nothing, and come the best first. */
export type Candidate = {
  document: Document;
  score: number;
  /** What it says, by which two passages are compared. */
  stems: ReadonlySet<string>;
};

/** What a passage is worth for its answer, against what it adds to those already chosen. */
const ANSWERS = 0.7;
/** A passage that answers less than this share of the best isn't one. */
const LEAST_SHARE = 0.4;
/** Nor does one answer that holds less of what was asked for. */
const LEAST_SCORE = 0.2;
/** Within this share of the time that all cover, two passages are of the same time. */
const SAME_TIME = 0.2;
/**
 * Puts passages into the order in which they are shown: those first that answer best and add most to
 * the ones before, by what they say and by when they are from. Each document has its turn before any has
 * a second one.
 * @see https://doi.org/10.1145/290941.291025 Carbonell and Goldstein, maximal marginal relevance
 * @see https://doi.org/10.1145/2854946.2854959 Singh et al., History by Diversity: historians want the
 * important aspects from the important times
 */
export function choosePassages<Passage extends Candidate>(
  candidates: readonly Passage[],
): Passage[] {
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  const least = Math.max(LEAST_SCORE, LEAST_SHARE * best);
  const answering = candidates.filter(({ score }) => score >= least);
  const timeScale = SAME_TIME * daysCovered(answering);
  return roundsOf(answering).flatMap((round) => mostDiverse(round, best, timeScale));
}

/** The first passage of each document, then the second, and so on; each time the best first. */
function roundsOf<Passage extends Candidate>(candidates: readonly Passage[]): Passage[][] {
  const documents = Map.groupBy(candidates, ({ document }) => document.id);
  const most = Math.max(0, ...Array.from(documents.values(), ({ length }) => length));
  return Array.from({ length: most }, (_, round) =>
    [...documents.values()]
      .flatMap((own) => own.slice(round, round + 1))
      .sort((a, b) => b.score - a.score || compareText(a.document.id, b.document.id)),
  );
}

/** How many days lie between the first and the last date. */
function daysCovered(candidates: readonly Candidate[]): number {
  const starts = candidates.flatMap(({ document }) => document.date.start ?? []);
  const [first, ...others] = starts;
  if (first === undefined) return 0;
  const days = others.map((other) => daysBetween(first, other));
  return Math.max(0, ...days) - Math.min(0, ...days);
}

/** Takes one after the other that answers best for what it adds. */
function mostDiverse<Passage extends Candidate>(
  round: readonly Passage[],
  best: number,
  timeScale: number,
): Passage[] {
  const left = round.map((passage) => ({ passage, likeness: 0 }));
  const chosen: Passage[] = [];
  while (left.length > 0) {
    const worth = left.map(
      ({ passage, likeness }) => (ANSWERS * passage.score) / best - (1 - ANSWERS) * likeness,
    );
    const [next] = left.splice(worth.indexOf(Math.max(...worth)), 1);
    if (!next) break;
    chosen.push(next.passage);
    for (const other of left) {
      other.likeness = Math.max(other.likeness, likenessOf(other.passage, next.passage, timeScale));
    }
  }
  return chosen;
}

/** From 0 to 1: how much two passages say the same, or are of the same time. */
const likenessOf = (a: Candidate, b: Candidate, timeScale: number): number =>
  (inWords(a.stems, b.stems) + inTime(a, b, timeScale)) / 2;

/** The share of the different words of both that they have in common. */
function inWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const stem of a) common += Number(b.has(stem));
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

function inTime(a: Candidate, b: Candidate, timeScale: number): number {
  const { start, end } = b.document.date;
  if (!start || !end || timeScale === 0) return 0;
  const days = daysApart(a.document.date, { from: start, to: end });
  return days === null ? 0 : Math.exp(-days / timeScale);
}
