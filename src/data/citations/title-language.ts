import { deu, eng, fra, ita, nld, pol, por, spa } from 'stopword';

const ENGLISH = new Set(eng);
const OTHERS = [deu, fra, ita, nld, pol, por, spa].map((words) => new Set(words));

/**
 * Whether a title is in English, by its letters and its small words: styles set capitals only in
 * English titles.
 */
export function isEnglish(title: string): boolean {
  if (/[^\p{Script=Latin}\P{L}]/u.test(title)) return false;
  const words = title.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  return OTHERS.every((list) => count(ENGLISH) >= count(list));
}
