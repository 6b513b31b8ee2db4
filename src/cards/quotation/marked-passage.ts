import type { Difference, Occurrence, PassagePiece } from '../../search/quotations.ts';
import { escapeMarkdown } from '../escape.ts';
import { clip } from '../limits.ts';

/** The longest stretch that is the same, or skipped, before its middle is left out, in characters. */
const MOST = { exact: 600, near: 160, skipped: 60, side: 100 };
const LEFT_OUT = ' […] ';

/**
 * A passage as Markdown, in its context. An exact one is bold; in one that is near, what is printed
 * and isn't quoted is struck out, and what is quoted and isn't printed is bold.
 */
export function formatPassage({ verdict, before, pieces, after }: Occurrence): string {
  const passage = pieces.map((piece) => formatPiece(piece, verdict)).join(' ');
  return `${escapeMarkdown(before)}${passage}${escapeMarkdown(after)}`.trim();
}

function formatPiece(piece: PassagePiece, verdict: Occurrence['verdict']): string {
  if (piece.kind === 'skipped') {
    return escapeMarkdown(piece.printed.length > MOST.skipped ? LEFT_OUT.trim() : piece.printed);
  }
  if (piece.kind === 'same') {
    const parts = withoutMiddle(piece.printed, MOST[verdict]).map(escapeMarkdown);
    return parts.map((part) => (verdict === 'exact' ? `**${part}**` : part)).join(LEFT_OUT);
  }
  return [
    piece.printed && `~~${escapeMarkdown(clip(piece.printed, MOST.near))}~~`,
    piece.quoted && `**${escapeMarkdown(clip(piece.quoted, MOST.near))}**`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The text, or its beginning and its end where it is too long. */
function withoutMiddle(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const half = most / 2;
  const [beginning, end] = [text.slice(0, half), text.slice(-half)];
  return [beginning.replace(/\s+\S*$/u, ''), end.replace(/^\S*\s+/u, '')];
}

const MATTERS: Readonly<Record<Difference['matter'], string>> = {
  negation: ' (a negation)',
  figure: ' (a figure or date)',
  words: '',
};

/** A difference in words, as Markdown: `left out: “not” (a negation)`. */
export function formatDifference({ kind, printed, quoted, matter }: Difference): string {
  const words = (text: string) => `“${escapeMarkdown(clip(text, MOST.side))}”`;
  const both = `printed: ${words(printed)} — quoted: ${words(quoted)}`;
  const said = {
    'left out': `left out: ${words(printed)}`,
    'put in': `put in: ${words(quoted)}`,
    changed: both,
    order: `in another order: ${both}`,
  };
  return `${said[kind]}${MATTERS[matter]}`;
}
