import { keptTokens, type ReferenceToken, referenceTokens } from './reference-tokens.ts';

/**
 * A reference that is looked for, in runs: what belongs to a run follows without a gap, and runs follow
 * one another in their order. A number always follows just what it was typed after, and so does the V of
 * Volume V: Box 1 isn't found in Box 2, Item 1. Of each place, the tokens that fit it.
 */
export type SoughtReference = readonly (readonly (readonly string[])[])[];

/** Takes apart a reference that was typed; nothing for a text without a letter or digit. */
export function readReference(typed: string): SoughtReference {
  const runs: string[][][] = [];
  const tokens = referenceTokens(typed);
  let spellings = 0;
  for (const [i, token] of tokens.entries()) {
    const all = fittingTokens(token, tokens[i + 1]);
    spellings += all.length - 1;
    const fitting = spellings > MOST_SPELLINGS ? all.slice(0, 1) : all;
    const run = runs.at(-1);
    if (run && isValue(token, tokens[i + 1])) run.push(fitting);
    else runs.push([fitting]);
  }
  return runs;
}

/** OpenSearch looks for every combination of them. */
const MOST_SPELLINGS = 6;

/** A single letter or a Roman numeral. */
const LETTERS_AS_NUMBER =
  /^(?:\p{L}|m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/u;

/** Whether a token is what a label is followed by, and not a label itself, such as the `d` of `d12`. */
const isValue = (
  { text, isNumber, isLabel, isGlued }: ReferenceToken,
  next: ReferenceToken | undefined,
): boolean => isNumber || isGlued || (LETTERS_AS_NUMBER.test(text) && !isLabel && !next?.isNumber);

/** "64 D" and "64D" are the same: a number may be kept with the letters after it. */
const fittingTokens = ({ text, isNumber }: ReferenceToken, next: ReferenceToken | undefined) => {
  if (!isNumber || !next || next.isNumber) return [text];
  const together = `${text}${next.text}`;
  return next.isGlued ? [together, text] : [text, together];
};

/** More is no reference, but a text with figures in it. */
const MOST_TOKENS = 40;

/** Whether a text may be a whole reference: it has a number, and is no longer than references are. */
export function mayBeReference(typed: string): boolean {
  const { length } = keptTokens(typed);
  return /\p{N}/u.test(typed) && length <= MOST_TOKENS;
}

/** Whether a text may be part of a reference: a number alone is in too many. */
export const mayBePartOfReference = (typed: string): boolean =>
  mayBeReference(typed) && keptTokens(typed).length > 1;

/**
 * Whether a text may stand for a reference without saying so. A word and a number, such as Box 1, are
 * words; a number alone or one with letters glued before it may be a record's.
 */
export const mayBeReferenceAmongWords = (typed: string): boolean => {
  const tokens = keptTokens(typed);
  return mayBeReference(typed) && (tokens.length > 2 || !/\s/.test(typed.trim()));
};

/**
 * Whether tokens hold what is sought.
 * @param at the token of each place, in any form
 * @param sought the runs in the same form
 */
export function holdsReference<Token>(
  sought: readonly (readonly (readonly Token[])[])[],
  length: number,
  at: (place: number) => Token,
): boolean {
  let place = 0;
  for (const run of sought) {
    while (place + run.length <= length && !follows(run, place, at)) place += 1;
    if (place + run.length > length) return false;
    place += run.length;
  }
  return sought.length > 0;
}

const follows = <Token>(
  run: readonly (readonly Token[])[],
  place: number,
  at: (place: number) => Token,
): boolean => run.every((fitting, i) => fitting.includes(at(place + i)));
