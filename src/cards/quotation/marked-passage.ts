import type { Difference, Occurrence, PassagePiece, PassedOver } from '../../search/quotations.ts';
import { occurrenceWords } from '../../wording/quotations.ts';
import { escapeMarkdown, oneLine } from '../escape.ts';
import { clip } from '../limits.ts';

/** The longest stretches that are shown whole, and the longest passage, in characters. */
const MOST = { exact: 600, near: 160, skipped: 60, side: 80, passedOver: 240, passage: 1200 };
const LEFT_OUT = '[…]';

/**
 * A passage as Markdown, in its context. An exact one is bold; in one that is near, what is printed
 * and isn't quoted is struck out, and what is quoted and isn't printed is bold. The middle of a long
 * stretch gives way, and of a long passage its end.
 */
export function formatMarkedPassage({ verdict, before, pieces, after }: Occurrence): string {
  const shown: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    const text = formatPiece(piece, verdict);
    length += text.length;
    if (length > MOST.passage) break;
    shown.push(text);
  }
  const isWhole = shown.length === pieces.length;
  const passage = joinPieces([...shown, ...(isWhole ? [] : [LEFT_OUT])]);
  return `${escapeMarkdown(before)}${passage}${isWhole ? escapeMarkdown(after) : ''}`.trim();
}

/** Pieces have the spaces that are printed; what isn't printed has none, and is set apart. */
const joinPieces = (pieces: readonly string[]): string =>
  pieces.reduce((text, piece) => {
    const touches =
      (/[\p{L}\p{N}.,;:!?)*]$/u.test(text) && /^(?:\*\*|\[…\])/.test(piece)) ||
      (/\*\*$/.test(text) && /^[\p{L}\p{N}~]/u.test(piece));
    return `${text}${touches ? ' ' : ''}${piece}`;
  }, '');

function formatPiece(piece: PassagePiece, verdict: Occurrence['verdict']): string {
  const space = /\s$/.test(piece.printed) ? ' ' : '';
  if (piece.kind === 'skipped') {
    return piece.printed.length > MOST.skipped
      ? `${LEFT_OUT}${space}`
      : escapeMarkdown(piece.printed);
  }
  if (piece.kind === 'same') {
    const mark = verdict === 'exact' ? '**' : '';
    const parts = withoutMiddle(piece.printed, MOST[verdict]).map((part) => marked(part, mark));
    return `${parts.join(` ${LEFT_OUT} `)}${space}`;
  }
  const [printed, quoted] = [piece.printed, piece.quoted].map((side) => clip(side, MOST.near));
  const sides = [marked(printed ?? '', '~~'), marked(quoted ?? '', '**')].filter(Boolean);
  return `${sides.join(' ')}${space}`;
}

/** Marks need words next to them. */
function marked(text: string, mark: string): string {
  const words = escapeMarkdown(oneLine(text));
  return words && `${mark}${words}${mark}`;
}

/** The text, or its beginning and its end where it is too long. */
function withoutMiddle(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const half = most / 2;
  const [beginning, end] = [text.slice(0, half), text.slice(-half)];
  return [beginning.replace(/\s+\S*$/u, ''), end.replace(/^\S*\s+/u, '')];
}

/** A difference in words, as Markdown: `left out: “not” (a negation)`. */
export function formatDifference({ kind, printed, quoted, matter }: Difference): string {
  const shown = (text: string) => escapeMarkdown(clip(oneLine(text), MOST.side));
  const said = occurrenceWords.differences[kind](shown(printed), shown(quoted));
  return matter === 'words' ? said : `${said} ${occurrenceWords.matters[matter]}`;
}

/** What counts as no difference and should be known of, in words, as Markdown. */
export const formatPassedOver = ({ as, printed }: PassedOver): string =>
  occurrenceWords.passedOver[as](escapeMarkdown(clip(oneLine(printed), MOST.passedOver)));
