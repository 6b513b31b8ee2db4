import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** In shorter words a slip makes another word more often than a misspelt one. */
const SHORTEST = 4;

/**
 * Puts one slip into each text, the same for the same seed: a letter left out, added, replaced, or
 * swapped with the next, in one of its words of four letters or more.
 */
export function withTypos(texts: readonly string[], seed: number): string[] {
  const random = xoroshiro128plus(seed);
  const below = (count: number) => uniformInt(random, 0, count - 1);
  const slipIn = (word: string): string => {
    const at = below(word.length);
    const letter = LETTERS[below(LETTERS.length)] ?? '';
    const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
    switch (below(4)) {
      case 0:
        return before + after;
      case 1:
        return before + letter + here + after;
      case 2:
        return before + letter + after;
      default:
        return before + after.slice(0, 1) + here + after.slice(1);
    }
  };
  return texts.map((text) => {
    const words = [...text.matchAll(/[a-z]+/gi)].filter(([word]) => word.length >= SHORTEST);
    const chosen = words[words.length > 0 ? below(words.length) : 0];
    if (!chosen) return text;
    const [word] = chosen;
    let changed = word;
    // A letter may be replaced by itself, or swapped with its like.
    while (changed === word) changed = slipIn(word);
    return text.slice(0, chosen.index) + changed + text.slice(chosen.index + word.length);
  });
}
