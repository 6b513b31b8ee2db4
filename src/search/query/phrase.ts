import { bareWords } from '../analysis.ts';

/** Letters, marks and apostrophes by which a word's printed form differs from what is looked up. */
const UNPLAIN = /(?![\x20-\x7e])[\p{L}\p{N}\p{M}\p{Cf}]|['’‘`]/u;
/** Nearly all that is plain, told sooner. */
const PLAIN = /^[\t-\r\x20-&(-_a-~]*$/;

/** Tells of texts whether a phrase's words stand in them one after the other; no words stand nowhere. */
export function phraseTest(phrase: string): (text: string) => boolean {
  const words = bareWords(phrase);
  if (words.length === 0) return () => false;
  const isPlain = words.every((word) => /^[a-z0-9]+$/.test(word));
  const plain = new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]+')}(?![a-z0-9])`, 'i');
  return (text) => {
    // Most texts need not be taken apart, which takes a hundred times as long.
    if (PLAIN.test(text) || !UNPLAIN.test(text)) return isPlain && plain.test(text);
    return holdsInOrder(bareWords(text), words);
  };
}

function holdsInOrder(held: readonly string[], words: readonly string[]): boolean {
  const last = held.length - words.length;
  for (let at = 0; at <= last; at += 1) {
    if (words.every((word, i) => held[at + i] === word)) return true;
  }
  return false;
}
