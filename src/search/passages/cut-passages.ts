import type { TextRange } from '../text/passage.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { trimmed } from './sentences.ts';

/** A part of a page's text that can be read by itself. */
export type CutPassage = TextRange & {
  /** Whether its paragraph begins before it, or goes on after it, perhaps on another page. */
  isCutBefore: boolean;
  isCutAfter: boolean;
  /** How many paragraphs begin within it. */
  breaks: number;
};

/** A passage is at least so long where its paragraph is, and never longer than the most, in code units. */
const LEAST = 300;
const MOST = 600;
/** A shorter paragraph, such as a heading, a salutation or a word in a talk, says little without the next. */
const SHORTEST_PARAGRAPH = 120;

/**
 * Cuts a page's text into passages that overlap: from each sentence on, as many as a passage needs. No
 * passage reaches beyond its paragraph, but that short paragraphs are joined to the next.
 * @param around whether the text has a page before this one, and one after it
 */
export function cutPassages(
  text: string,
  around: { before: boolean; after: boolean },
): CutPassage[] {
  const blocks = blocksOf(text).map((block) =>
    block.flatMap((paragraph) => piecesOf(text, paragraph, LEAST, MOST)),
  );
  const [first, last] = [blocks[0]?.[0], blocks.at(-1)?.at(-1)];
  if (first && around.before && RUNS_ON.test(text)) first.isFirst = false;
  if (last && around.after && !HAS_END.test(text)) last.isLast = false;
  return blocks.flatMap((pieces) =>
    windows(pieces).map(([from, to]) => ({
      start: pieces[from]?.start ?? 0,
      end: pieces[to]?.end ?? 0,
      isCutBefore: !pieces[from]?.isFirst,
      isCutAfter: !pieces[to]?.isLast,
      breaks: pieces.slice(from + 1, to + 1).filter(({ isFirst }) => isFirst).length,
    })),
  );
}

/** A page that begins, or ends, within a sentence. */
const RUNS_ON = /^\s*["'“‘([]*\p{Ll}/u;
const HAS_END = /[.!?。！？:…][^\p{L}\p{N}]*$/u;

/** Paragraphs, those that are too short together with the next. */
function blocksOf(text: string): TextRange[][] {
  const blocks: TextRange[][] = [];
  let at = 0;
  for (const { 0: gap, index } of text.matchAll(/\n[^\S\n]*\n\s*|$/g)) {
    const paragraph = trimmed(text, { start: at, end: index });
    at = index + gap.length;
    if (paragraph.start === paragraph.end) continue;
    const block = blocks.at(-1);
    const last = block?.at(-1);
    if (block && last && last.end - last.start < SHORTEST_PARAGRAPH) block.push(paragraph);
    else blocks.push([paragraph]);
  }
  return blocks;
}

/** The first and the last piece of each passage. */
function windows(pieces: readonly Piece[]): [first: number, last: number][] {
  const length = (first: number, last: number) =>
    (pieces[last]?.end ?? 0) - (pieces[first]?.start ?? 0);
  const found: [number, number][] = [];
  let covered = -1;
  for (const first of pieces.keys()) {
    let last = first;
    while (
      last + 1 < pieces.length &&
      length(first, last) < LEAST &&
      length(first, last + 1) <= MOST
    )
      last += 1;
    if (last <= covered && length(first, last) < LEAST) continue;
    // The end of a paragraph brings what stands before it.
    let from = first;
    while (from > 0 && length(from, last) < LEAST && length(from - 1, last) <= MOST) from -= 1;
    if (from < first && found.some(([one, other]) => one === from && other === last)) continue;
    found.push([from, last]);
    covered = Math.max(covered, last);
  }
  return found;
}
