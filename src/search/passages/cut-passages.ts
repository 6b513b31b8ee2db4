import type { TextRange } from '../text/passage.ts';
import { sentencesOf, trimmed } from './sentences.ts';

/** A part of a page's text that can be read by itself. */
export type CutPassage = TextRange & {
  /** Whether its paragraph begins before it, or goes on after it. */
  isCutBefore: boolean;
  isCutAfter: boolean;
};

/** A passage is at least so long where its paragraph is, and never longer than the most, in code units. */
const LEAST = 300;
const MOST = 600;
/** A shorter paragraph, such as a heading, a salutation or a word in a talk, says little without the next. */
const SHORTEST_PARAGRAPH = 120;

/** Where a sentence that is too long for a passage can be parted, the best places first. */
const JOINTS = [/[;:—][)"'”’\]]*(?=\s)/g, /,["'”’]*(?=\s)/g, /(?<=\S)(?=\s)/g];

/**
 * Cuts a page's text into passages that overlap: from each sentence on, as many as a passage needs. No
 * passage reaches beyond its paragraph, but that short paragraphs are joined to the next. Only a
 * sentence that is longer than a passage can be is parted: between clauses, else between words.
 */
export function cutPassages(text: string): CutPassage[] {
  const blocks = blocksOf(text);
  return blocks.flatMap((block) => {
    const pieces = piecesOf(text, block);
    return windows(pieces).map(([first, last]) => {
      const start = pieces[first]?.start ?? block.start;
      const end = pieces[last]?.end ?? block.end;
      return {
        start,
        end,
        isCutBefore: first > 0 || (block === blocks[0] && RUNS_ON_FROM.test(text)),
        isCutAfter: last < pieces.length - 1 || (block === blocks.at(-1) && !HAS_END.test(text)),
      };
    });
  });
}

/** A page that begins or ends within a sentence. */
const RUNS_ON_FROM = /^\s*["'“‘([]*\p{Ll}/u;
const HAS_END = /[.!?。！？:…][^\p{L}\p{N}]*$/u;

/** Paragraphs, those that are too short together with the next. */
function blocksOf(text: string): TextRange[] {
  const blocks: TextRange[] = [];
  let at = 0;
  let isOpen = false;
  for (const { 0: gap, index } of [...text.matchAll(/\n[^\S\n]*\n\s*|$/g)]) {
    const paragraph = trimmed(text, { start: at, end: index });
    at = index + gap.length;
    if (paragraph.start === paragraph.end) continue;
    const last = blocks.at(-1);
    if (last && isOpen && paragraph.end - last.start <= MOST) last.end = paragraph.end;
    else blocks.push(paragraph);
    const block = blocks.at(-1) ?? paragraph;
    isOpen = block.end - block.start < SHORTEST_PARAGRAPH;
  }
  return blocks;
}

/** The sentences of a block, those that are too long for a passage in parts. */
const piecesOf = (text: string, block: TextRange): TextRange[] =>
  sentencesOf(text, block).flatMap((sentence) => parted(text, sentence, 0));

function parted(text: string, range: TextRange, level: number): TextRange[] {
  if (range.end - range.start <= MOST) return [range];
  const joint = JOINTS[level];
  if (!joint) return inPieces(text, range);
  const source = text.slice(range.start, range.end);
  const ends = [...source.matchAll(joint)].map(({ 0: sign, index }) => index + sign.length);
  let start = range.start;
  const parts: TextRange[] = [];
  for (const end of [...ends.map((one) => range.start + one), range.end]) {
    const part = trimmed(text, { start, end });
    const last = parts.at(-1);
    // Words alone are put together again as long as there is room.
    if (last && part.end - last.start <= LEAST) last.end = part.end;
    else if (part.start < part.end) parts.push(part);
    start = end;
  }
  return parts.flatMap((part) => parted(text, part, level + 1));
}

/** What has no blank in it, such as a text of a script without spaces. */
function inPieces(text: string, { start, end }: TextRange): TextRange[] {
  const pieces: TextRange[] = [];
  for (let from = start; from < end; from = pieces.at(-1)?.end ?? end) {
    const to = Math.min(from + LEAST, end);
    const isWithinCharacter = /[\uDC00-\uDFFF]/.test(text.charAt(to));
    pieces.push({ start: from, end: isWithinCharacter && to < end ? to - 1 : to });
  }
  return pieces;
}

/** The first and the last piece of each passage. */
function windows(pieces: readonly TextRange[]): [first: number, last: number][] {
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
