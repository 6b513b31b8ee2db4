import { stemmer } from 'stemmer';
import { eng } from 'stopword';
import { fold } from './fold.ts';

/** A word as it stands in a text, and what it is looked up by. */
export type Term = {
  /** What the index holds. */
  stem: string;
  /** The word itself, folded. */
  word: string;
  /** Where it stands: from the code unit `start` up to, not including, `end`. */
  start: number;
  end: number;
  /** A `half` is one character within a `pair`: it serves a search for that character alone. */
  kind: 'word' | 'stop word' | 'pair' | 'half';
};

const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/** One character of a script that puts no spaces between words, or a run of letters and digits. */
const WORD =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]&&[\p{L}\p{N}]]\p{M}*|(?:[[\p{L}\p{N}\p{M}\p{Cf}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]]|(?<=[\p{L}\p{M}])['’‘`](?=\p{L}))+/gv;
const UNSPACED = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]/v;
const HYPHEN = /^[\-‐‑]$/v;

/** "Khrushchev's", "chargé d'affaires", "l'Humanité": the word without what grammar hung on it. */
const GRAMMAR = /^[dl]['’‘`](?=\p{L}{3})|['’‘`]s$/giv;
const APOSTROPHES = /['’‘`]/g;

/**
 * The words of a text in their order: one and the same for the index, the query and the snippet.
 * Words that touch are joined in pairs too, so that "En-lai" is found as "En lai" and as "Enlai",
 * and 泽东 within 毛泽东.
 */
export function terms(text: string): Term[] {
  const words = Array.from(text.matchAll(WORD), asTerm).filter(({ word }) => word !== '');
  const pairs = words.map((word, i) => pair(word, words[i + 1], text));
  return words.flatMap((word, i) => {
    const half = [pairs[i - 1], pairs[i]].some((it) => it && UNSPACED.test(it.word));
    const term: Term = half ? { ...word, kind: 'half' } : word;
    return pairs[i] ? [term, pairs[i]] : [term];
  });
}

/** Every word as it reads, without stems and pairs: the same for two titles that say the same. */
export const bareWords = (text: string): string[] =>
  terms(text)
    .filter(({ kind }) => kind !== 'pair')
    .map(({ word }) => word);

function asTerm(match: RegExpExecArray): Term {
  const [printed] = match;
  const word = fold(printed.replace(GRAMMAR, '').replace(APOSTROPHES, ''));
  const kind = STOP_WORDS.has(word) ? 'stop word' : 'word';
  return { stem: stem(word), word, start: match.index, end: match.index + printed.length, kind };
}

function pair(first: Term, second: Term | undefined, text: string): Term | undefined {
  if (!second) return undefined;
  const between = text.slice(first.end, second.start);
  const word = first.word + second.word;
  const unspaced = between === '' && UNSPACED.test(first.word) && UNSPACED.test(second.word);
  const hyphenated = HYPHEN.test(between) && !/\p{N}/v.test(word);
  if (!unspaced && !hyphenated) return undefined;
  return { stem: stem(word), word, start: first.start, end: second.end, kind: 'pair' };
}

/** Porter's algorithm, which knows English words in plain letters only. */
export const stem = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);
