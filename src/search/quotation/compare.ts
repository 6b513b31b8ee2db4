import { isStopWord } from '../text/stop-words.ts';
import { type Alignment, align, type Step } from './align.ts';
import { COST } from './alignment-table.ts';
import type { Aside } from './asides.ts';
import type { ComparedText } from './compared-text.ts';
import type { ComparedWord } from './compared-words.ts';
import { describePassage, type Passage } from './describe-passage.ts';
import { createMisreadings } from './misreadings.ts';
import { pairEnds } from './pair-ends.ts';
import { isOpening, type Quotation } from './read-quotation.ts';
import { findRegions, type Region } from './regions.ts';

/** A passage that says what is quoted, or nearly; `cost` is 0 if all of its words are the same. */
export type Match = Passage & { verdict: 'exact' | 'near'; cost: number };

/**
 * A passage is near if there is one slight difference only; if at most a third of the quoted words
 * differ and three in five of those that aren't stop words are the same; or if so many in a row are the
 * same, half of them and of the telling ones, that it is no chance.
 */
const ONE_DIFFERENCE = COST.besideOpening;
const MOST_DIFFERENT = 0.35;
const FEWEST_ALIKE = 0.6;
/** Of fewer words, stop words are the same by chance where two or more differ. */
const SHORT = { words: 8, telling: 0.5 };
const NO_CHANCE = { words: 10, share: 0.5, telling: 4 };

/** The passage of a text that comes closest to a quotation; null if none says anything like it. */
export function compare(quotation: Quotation, text: ComparedText): Match | null {
  const isSame = text.isOcr ? createMisreadings() : () => false;
  let best: Alignment | undefined;
  for (const region of findRegions(quotation, text.words)) {
    const print = text.words.slice(region.start, region.end);
    const asides = asidesWithin(text.asides, region);
    const { start, ...rest } = align(quotation, print, { isSame, joinsFreely: text.isOcr, asides });
    if (!best || rest.cost < best.cost) best = { ...rest, start: start + region.start };
    if (best.cost === 0) break;
  }
  if (!best || !isNear(quotation, best)) return null;
  const passage = describePassage(quotation, text, pairEnds(best, text));
  const verdict = passage.differences.length === 0 ? 'exact' : 'near';
  return { ...passage, verdict, cost: best.cost };
}

/** The asides of a region, counted from its beginning. */
const asidesWithin = (asides: readonly Aside[], { start, end }: Region): Aside[] =>
  asides
    .filter((aside) => aside.start >= start && aside.end <= end)
    .map((aside) => ({ start: aside.start - start, end: aside.end - start }));

function isNear({ items, words }: Quotation, { steps, cost }: Alignment): boolean {
  if (cost <= ONE_DIFFERENCE) return true;
  const runs = sameWords(items, steps);
  const same = runs.flat();
  if (words.length < SHORT.words && telling(same) < SHORT.telling * same.length) return false;
  const long = Math.max(NO_CHANCE.words, NO_CHANCE.share * words.length);
  const enough = Math.max(NO_CHANCE.telling, NO_CHANCE.share * telling(words));
  if (runs.some((run) => run.length >= long && telling(run) >= enough)) return true;
  const alike = telling(same) / Math.max(1, telling(words));
  return cost <= MOST_DIFFERENT * COST.changed * words.length && alike >= FEWEST_ALIKE;
}

const telling = (words: readonly ComparedWord[]): number =>
  words.filter(({ folded }) => !isStopWord(folded)).length;

/** The quoted words that are printed as well, in whatever order, by runs without another difference. */
function sameWords(items: Quotation['items'], steps: readonly Step[]): ComparedWord[][] {
  const runs: ComparedWord[][] = [[]];
  let i = 0;
  for (const { kind, quoted } of steps) {
    const words = items.slice(i, i + quoted).filter((item) => !isOpening(item)) as ComparedWord[];
    if (kind === 'same' || kind === 'order') runs.at(-1)?.push(...words);
    else runs.push([]);
    i += quoted;
  }
  return runs;
}
