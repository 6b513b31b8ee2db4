import { fold } from '../text/fold.ts';
import { labelOf, shortened } from './labels.ts';

/** A part of an archival reference: letters, or a number, and how it stands beside the next. */
export type ReferenceToken = {
  /** Letters in one spelling, or digits as they are written: `01` isn't `1`. */
  text: string;
  isNumber: boolean;
  /** Whether it says what follows, as `vol.` does. */
  isLabel: boolean;
  /** Whether it follows a number without anything between, as the `A` of `1A`. */
  isGlued: boolean;
};

const PART = /(?<number>\p{N}+)|\p{L}[\p{L}\p{M}]*/gu;

/** Takes a reference apart into letters and numbers; whatever stands between them doesn't count. */
export function referenceTokens(reference: string): ReferenceToken[] {
  const tokens: ReferenceToken[] = [];
  let numberEnd = -1;
  for (const { 0: part, index, groups } of shortened(fold(reference)).matchAll(PART)) {
    const isNumber = groups?.number !== undefined;
    tokens.push({
      text: isNumber ? part : labelOf(part),
      isNumber,
      isLabel: !isNumber && labelOf(part) !== part,
      isGlued: index === numberEnd,
    });
    numberEnd = isNumber ? index + part.length : -1;
  }
  return tokens;
}

/**
 * The tokens of a document's reference, as they are kept. A number with letters glued to it is kept with
 * them, for `1A` isn't 1: `1a`, then `a`.
 */
export const keptTokens = (reference: string): string[] =>
  referenceTokens(reference).map(({ text, isNumber }, i, tokens) => {
    const next = tokens[i + 1];
    return isNumber && next?.isGlued ? `${text}${next.text}` : text;
  });
