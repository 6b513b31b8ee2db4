import type { Snippet } from '../hits.ts';
import { terms } from './analysis.ts';
import { cutPassage, type TextRange } from './passage.ts';

/** Stems to look for, each with its weight. */
export type Weights = ReadonlyMap<string, number>;

/** The most code units of a snippet, its ellipses included. */
export const SNIPPET_LENGTH = 200;
/** As many passages of one text are cut and compared. */
const MOST_TRIES = 100;
/** What adding and taking away weights may be off by. */
const ROUNDING = 1e-9;
/** The end of a line that parts a word: without it, both halves are read as one here too. */
const PARTED = /(?<=\p{L}[-‐‑¬\u00ad])\s*\n\s*(?=\p{L})/gu;
const ELLIPSIS = { text: '…', match: false };

type Match = TextRange & { stem: string };

/**
 * The passage that answers best: the one with the rarest words, each counted once, with "…"
 * where text is left out. White space is printed as single spaces,
 * and none after a hyphen at a line's end.
 * @param weights how much each stem counts; those not in it do not match
 */
export function createSnippet(source: string, weights: Weights): Snippet {
  const text = source.replace(PARTED, '').replace(/\s+/g, ' ').trim();
  const matches = terms(text).filter(({ stem }) => weights.has(stem));
  const whole = { start: 0, end: text.length };
  const passage = text.length <= SNIPPET_LENGTH ? whole : bestPassage(text, matches, weights);
  return [
    ...(passage.start > 0 ? [ELLIPSIS] : []),
    ...mark(text, passage, matches),
    ...(passage.end < text.length ? [ELLIPSIS] : []),
  ];
}

/**
 * Tries a passage round each match, and keeps the first of the best. Where a match can't lead to a
 * better one, because there are no more words of weight within reach of it, no passage is cut.
 */
function bestPassage(text: string, matches: readonly Match[], weights: Weights): TextRange {
  const length = SNIPPET_LENGTH - 2 * ELLIPSIS.text.length;
  let best = { passage: cutPassage(text, { start: 0, end: 0 }, length), worth: 0 };
  const within = createWindow(matches, length, weights);
  let tries = 0;
  for (const [i, first] of matches.entries()) {
    const { after, most } = within(i);
    if (most <= best.worth) continue;
    if (tries === MOST_TRIES) break;
    tries += 1;
    const near = matches.slice(i, after);
    const passage = cutPassage(text, first, length, near);
    const shownStems = new Set(
      near.filter(({ end }) => end <= passage.end).map(({ stem }) => stem),
    );
    let worth = 0;
    for (const stem of shownStems.add(first.stem)) worth += weights.get(stem) ?? 0;
    if (worth > best.worth) best = { passage, worth };
  }
  return best.passage;
}

/**
 * Tells of a match and those that begin within a length after it, up to which one they are and what
 * they are worth together, each stem counted once. Asked for one match after the other.
 */
function createWindow(matches: readonly Match[], length: number, weights: Weights) {
  const counts = new Map<string, number>();
  let after = 0;
  let most = 0;
  const add = (match: Match | undefined, by: 1 | -1) => {
    if (!match) return;
    const before = counts.get(match.stem) ?? 0;
    counts.set(match.stem, before + by);
    if (before === Number(by === -1)) most += by * (weights.get(match.stem) ?? 0);
  };
  return (from: number) => {
    add(matches[from - 1], -1);
    const limit = (matches[from]?.start ?? 0) + length;
    while (after < matches.length && (matches[after]?.start ?? limit) < limit) {
      add(matches[after], 1);
      after += 1;
    }
    return { after, most: Math.max(most, 0) + ROUNDING };
  };
}

/** The passage in pieces, matches apart from the rest; those that overlap are one. */
function mark(
  text: string,
  passage: TextRange,
  matches: readonly Match[],
): { text: string; match: boolean }[] {
  const pieces: { text: string; match: boolean }[] = [];
  let at = passage.start;
  for (const { start, end } of merged(matches)) {
    const [from, to] = [Math.max(start, at), Math.min(end, passage.end)];
    if (from >= to) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), match: false });
    pieces.push({ text: text.slice(from, to), match: true });
    at = to;
  }
  if (at < passage.end) pieces.push({ text: text.slice(at, passage.end), match: false });
  return pieces;
}

function merged(matches: readonly TextRange[]): TextRange[] {
  const spans: TextRange[] = [];
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
