const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}][^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]*/gu;
const PLAIN = /^[\0-\u024F\u2000-\u206F]*$/;
const PLAIN_WORD = /[\p{L}\p{N}]\S*/gu;

/**
 * How many words a text has: what stands between blanks and has a letter or a figure in it. Where
 * words aren't divided, in Chinese, Japanese and Thai, each character counts, as word processors do.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(PLAIN.test(text) ? PLAIN_WORD : WORD)) words += 1;
  return words;
}
