import { editDistance } from '../query/spelling.ts';
import { isCommonWord } from '../text/common-words.ts';
import type { ComparedWord } from './compared-words.ts';
import { isFigure, isNegation } from './matter.ts';

/**
 * Letters that machines take for each other, each group as one; a long s is read as f. Groups that come
 * later are of what the earlier ones made.
 */
const LOOK_ALIKE: readonly [read: RegExp, as: string][] = [
  [/[1i|!]/g, 'l'],
  [/rn|nn|lu|ul|ln|nl/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/ll|b/g, 'h'],
  [/[0eca]/g, 'o'],
  [/[5f]/g, 's'],
  [/[vy]/g, 'u'],
];
/** Letters read for figures. */
const FIGURES: readonly [read: RegExp, figure: string][] = [
  [/[il|]/g, '1'],
  [/o/g, '0'],
  [/s/g, '5'],
  [/b/g, '8'],
];

const looksOf = (word: string): string =>
  LOOK_ALIKE.reduce((looks, [read, as]) => looks.replace(read, as), word);

/** How many letters may be misread in a word that isn't one. */
const mostMisread = ({ length }: string): number =>
  length < 5 ? 0 : length < 8 ? 1 : MOST_MISREAD;
const MOST_MISREAD = 2;

/**
 * Whether a word in a text that a machine read is likely another one misread: itself no word, it looks
 * like the other, or is one or two letters away. A figure is never another one, nor a "not" anything
 * else: there only look-alike letters count.
 */
function isMisreading(meant: string, read: string): boolean {
  if (/\p{N}/u.test(meant)) {
    const figures = FIGURES.reduce((text, [letter, figure]) => text.replace(letter, figure), read);
    return read !== meant && /\p{L}/u.test(read) && figures === meant;
  }
  if (meant.length > 2 && looksOf(meant) === looksOf(read)) return true;
  const most = isNegation(meant) || isFigure(meant) || isFigure(read) ? 0 : mostMisread(meant);
  return most > 0 && editDistance(meant, read) <= most;
}

/** Makes a function that tells misreadings, for many words of one text: what it found is remembered. */
export function createMisreadings(): (quoted: ComparedWord, printed: ComparedWord) => boolean {
  const meantBy = new Map<string, Map<string, boolean> | null>();
  return ({ folded: meant }, { folded: read }) => {
    let known = meantBy.get(read);
    if (known === undefined) {
      known = isCommonWord(read) ? null : new Map();
      meantBy.set(read, known);
    }
    if (known === null || Math.abs(meant.length - read.length) > MOST_MISREAD) return false;
    let is = known.get(meant);
    if (is === undefined) {
      is = isMisreading(meant, read);
      known.set(meant, is);
    }
    return is;
  };
}
