import type { TextRange } from '../text/passage.ts';
import { sentencesOf, trimmed } from './sentences.ts';

/** A sentence, or a part of one that is too long: what passages are made of. */
export type Piece = TextRange & {
  /** Whether its paragraph begins, or ends, with it. */
  isFirst: boolean;
  isLast: boolean;
};

/** Where a sentence that is too long can be parted, the best places first. */
const JOINTS = [/[;:—][)"'”’\]]*(?=\s)/g, /,["'”’]*(?=\s)/g, /(?<=\S)(?=\s)/g];

/**
 * The sentences of a paragraph, those of more than `most` code units in parts: between clauses, else
 * between words.
 * @param enough small parts are put together again up to this length
 */
export function piecesOf(
  text: string,
  paragraph: TextRange,
  enough: number,
  most: number,
): Piece[] {
  const pieces = sentencesOf(text, paragraph).flatMap((sentence) => parted(sentence, 0));
  return pieces.map((piece, at) => ({
    ...piece,
    isFirst: at === 0,
    isLast: at === pieces.length - 1,
  }));

  function parted(range: TextRange, level: number): TextRange[] {
    if (range.end - range.start <= most) return [range];
    const joint = JOINTS[level];
    if (!joint) return inPieces(text, range, enough);
    const source = text.slice(range.start, range.end);
    const ends = [...source.matchAll(joint)].map(({ 0: sign, index }) => index + sign.length);
    const parts: TextRange[] = [];
    let start = range.start;
    for (const end of [...ends.map((one) => range.start + one), range.end]) {
      const part = trimmed(text, { start, end });
      const last = parts.at(-1);
      if (last && part.end - last.start <= enough) last.end = part.end;
      else if (part.start < part.end) parts.push(part);
      start = end;
    }
    return parts.flatMap((part) => parted(part, level + 1));
  }
}

/** What has no blank in it, such as a text of a script without spaces; no character is parted. */
function inPieces(text: string, { start, end }: TextRange, enough: number): TextRange[] {
  const pieces: TextRange[] = [];
  for (let from = start; from < end; from = pieces.at(-1)?.end ?? end) {
    const to = Math.min(from + enough, end);
    const isWithinCharacter = /[\uDC00-\uDFFF]/.test(text.charAt(to));
    pieces.push({ start: from, end: isWithinCharacter && to < end ? to - 1 : to });
  }
  return pieces;
}
