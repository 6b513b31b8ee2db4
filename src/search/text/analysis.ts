import { stemmer } from 'stemmer';
import { eng } from 'stopword';
import { fold } from './fold.ts';
import { withoutStops } from './initials.ts';
import { createPartMap } from './part-map.ts';
import { WORD, wordPlaces } from './word-places.ts';

/** A word as it stands in a text. */
export type Word = {
  /** The word itself, folded. */
  word: string;
  /** Where it stands: from the code unit `start` up to, not including, `end`. */
  start: number;
  end: number;
  /**
   * A `compound` is two words in one: hyphenated, or a name that begins with a stop word. A `pair` is two characters of a script without
   * spaces, and each of them a `half`, which serves a search for that character alone.
   */
  kind: 'word' | 'stop word' | 'compound' | 'pair' | 'half';
};

/** A word with its stem, which is what the index holds. */
export type Term = Word & { stem: string };

const STOP_WORDS: ReadonlySet<string> = new Set(eng);

/** Whether a folded word is one that nearly every text holds, and says nothing alone. */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);

/** Stop words that are surnames, too: He Long, An Ziwen, You Taizhong, Do Muoi. */
const SURNAMES: ReadonlySet<string> = new Set(['he', 'an', 'you', 'do']);

const UNSPACED = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}]/v;
const HYPHEN = /^[\-‐‑¬]$/v;
/** What parts a word in two at the end of a line; "¬" is how some machines read it. */
const LINE_END = /^[\-‐‑¬]\s+$/v;
/** Belongs to the word before it, whether it is at the end of a line or not. */
const SOFT_HYPHEN = '\u00ad';
/** Indents are short. */
const LONGEST_LINE_END = 20;
const DIGIT = /\p{N}/v;

/** "Khrushchev's", "chargé d'affaires", "l'Humanité": the word without what grammar hung on it. */
const GRAMMAR = /^[dl]['’‘`](?=\p{L}{3})|['’‘`]s$/giv;
/** Apostrophes within a word, and what folding makes of signs such as ⑴. */
const NO_LETTERS = /[^\p{L}\p{N}\p{M}]+/gv;

/** Different words that are remembered for `terms`. */
const MOST_REMEMBERED = 10_000;

/** The words of a text in their order: one and the same for the index, the query and the snippet. */
export const terms: (text: string) => Term[] = createTermsReader(MOST_REMEMBERED);

/** Makes `terms`, for very many texts in a row (see `createAnalyzer`). */
export function createTermsReader(mostRemembered: number): (text: string) => Term[] {
  return createAnalyzer(mostRemembered, (word) => ({ stem: stem(word) }));
}

/**
 * Takes texts apart into words. Those that touch are joined too, two by two, so that "En-lai" is found
 * as "En lai" and as "Enlai", and 泽东 within 毛泽东; so are those that the end of a line has parted. The same words come again and again, and reading
 * each is most of the work with a text.
 * @param mostRemembered how many different words are remembered, some 200 bytes each
 * @param besides what else is told of a folded word
 */
export function createAnalyzer(mostRemembered: number): (text: string) => Word[];
export function createAnalyzer<Besides extends object>(
  mostRemembered: number,
  besides: (word: string) => Besides,
): (text: string) => (Word & Besides)[];
export function createAnalyzer(
  mostRemembered: number,
  besides: (word: string) => object = () => ({}),
): (text: string) => Word[] {
  let readings = createPartMap<Pick<Word, 'word' | 'kind'>>();
  const readingOf = (text: string, start: number, end: number) => {
    const known = readings.get(text, start, end);
    if (known) return known;
    if (readings.size === mostRemembered) readings = createPartMap();
    const printed = text.slice(start, end);
    const read = readWord(printed);
    // What is folded to nothing is no word of the index.
    const reading = read.word === '' ? read : { ...read, ...besides(read.word) };
    readings.add(printed, reading);
    return reading;
  };
  return (text) => {
    const found: Word[] = [];
    const places = wordPlaces(text);
    let last: Word | undefined;
    for (let i = 0; i < places.length; i += 2) {
      const [start = 0, end = 0] = [places[i], places[i + 1]];
      const reading = readingOf(text, start, end);
      if (reading.word === '') continue;
      const next: Word = { ...reading, start, end };
      const joined = last && join(last, next, text);
      if (joined) {
        found.push({ ...joined, ...besides(joined.word) });
        if (joined.kind === 'pair') for (const half of [last, next]) if (half) half.kind = 'half';
      }
      found.push(next);
      last = next;
    }
    return found;
  };
}

/** Whether a word isn't joined of two, which stand there, too. */
export const readsByItself = ({ kind }: Pick<Word, 'kind'>): boolean =>
  kind !== 'pair' && kind !== 'compound';

/** Every word as it reads, neither stemmed nor joined: the same for two titles that say the same. */
export const bareWords = (text: string): string[] =>
  terms(text)
    .filter(readsByItself)
    .map(({ word }) => word);

/**
 * Porter's algorithm, which knows English words in plain letters only, with the rule of its
 * successor (snowballstem.org) that "y" after a vowel stays: Mr. Lay is not En-lai.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const found = stemmer(word);
  const wasY = /[aeiou]i$/.test(found) && word[found.length - 1] === 'y';
  return wasY ? `${found.slice(0, -1)}y` : found;
}

function readWord(printed: string): Pick<Word, 'word' | 'kind'> {
  const folded = fold(withoutStops(printed).replace(GRAMMAR, '')).replace(NO_LETTERS, '');
  // "ゟ" is one character here, and would be two words folded: よ and り.
  const word = UNSPACED.test(printed) && folded.match(WORD)?.[0] !== folded ? printed : folded;
  return { word, kind: STOP_WORDS.has(word) ? 'stop word' : 'word' };
}

function join(first: Word, second: Word, text: string): Word | undefined {
  const gap = second.start - first.end;
  if (gap > LONGEST_LINE_END) return undefined;
  const between = text.slice(first.end, second.start);
  const isParted = areHalves(first, second, between, text);
  if (gap > 1 && !isParted) return undefined;
  // What most words are followed by is told first.
  if (between === ' ' && !isParted && !SURNAMES.has(first.word)) return undefined;
  const isPair = between === '' && UNSPACED.test(first.word) && UNSPACED.test(second.word);
  // Numbers stay apart: 1949-51 is not a word, and no one types 194951.
  const isName =
    SURNAMES.has(first.word) &&
    between === ' ' &&
    isCapital(text, first) &&
    isCapital(text, second);
  const isHyphened = isParted || HYPHEN.test(between);
  const isCompound = isHyphened && !DIGIT.test(first.word) && !DIGIT.test(second.word);
  if (!isPair && !isCompound && !isName) return undefined;
  const word = first.word + second.word;
  if (isStopWord(word)) return undefined;
  const kind = isPair ? 'pair' : 'compound';
  return { word, start: first.start, end: second.end, kind };
}

/**
 * Whether two words are halves of one that the end of a line has parted. Machines print some ends of
 * lines as blanks, as in "con- ference", which "pre- and post-war" and "Anglo- American" aren't.
 */
function areHalves(first: Word, second: Word, between: string, text: string): boolean {
  const isSoft = text[first.end - 1] === SOFT_HYPHEN && between !== '' && between.trim() === '';
  if (!isSoft && !LINE_END.test(between)) return false;
  return between.includes('\n') || (isLowerCase(text, second) && !isStopWord(second.word));
}

const isLowerCase = (text: string, { start }: Word): boolean => /\p{Ll}/u.test(text.charAt(start));
const isCapital = (text: string, { start }: Word): boolean => /\p{Lu}/u.test(text.charAt(start));

/** The words of a name by which the index has it: stop words left out, or one with the next, as above. */
export function indexedNameWords(words: readonly string[]): string[] {
  const [first = '', second, ...rest] = words;
  if (SURNAMES.has(first) && second !== undefined) return [first + second, ...rest];
  const kept = words.filter((word) => !isStopWord(word));
  return kept.length > 0 ? kept : [...words];
}
