import { fold } from './fold.ts';
import { withoutStops } from './initials.ts';
import { joinWords, standApart, UNSPACED } from './join-words.ts';
import { createPartMap } from './part-map.ts';
import { isStopWord } from './stop-words.ts';
import type { Reading } from './word.ts';
import { WORD, wordPlaces } from './word-places.ts';

/** Is shown a word, and from where to where it stands. */
type See<Besides> = (reading: Reading & Besides, start: number, end: number) => void;

/** Shows the words of a text in their order, and before the second of two joined words what they are. */
export type WalkWords<Besides> = (text: string, see: See<Besides>, seeJoined: See<Besides>) => void;

/** "Khrushchev's", "chargé d'affaires", "l'Humanité": the word without what grammar hung on it. */
const GRAMMAR = /^[dl]['’‘`](?=\p{L}{3})|['’‘`]s$/giv;
/** Apostrophes within a word, and what folding makes of signs such as ⑴. */
const NO_LETTERS = /[^\p{L}\p{N}\p{M}]+/gv;

/**
 * Takes texts apart into words. Those that touch are joined too, two by two, so that "En-lai" is found
 * as "En lai" and as "Enlai", and 泽东 within 毛泽东; so are those that the end of a line has parted. The
 * same words come again and again, and reading each is most of the work with a text.
 * @param mostRemembered how many different words are remembered, some 200 bytes each
 * @param besides what else is told of a folded word
 */
export function createWalk<Besides extends object>(
  mostRemembered: number,
  besides: (word: string) => Besides,
): WalkWords<Besides> {
  let readings = createPartMap<Reading & Besides>();
  const readingOf = (text: string, start: number, end: number) => {
    const known = readings.get(text, start, end);
    if (known) return known;
    if (readings.size === mostRemembered) readings = createPartMap();
    const printed = text.slice(start, end);
    const reading = withBesides(readWord(printed), besides);
    readings.add(printed, reading);
    return reading;
  };
  return (text, see, seeJoined) => {
    const places = wordPlaces(text);
    let last: Reading | undefined;
    let lastStart = 0;
    let lastEnd = 0;
    for (let i = 0; i < places.length; i += 2) {
      const [start = 0, end = 0] = [places[i], places[i + 1]];
      const reading = readingOf(text, start, end);
      if (reading.word === '') continue;
      if (last && !standApart(text, last.word, lastEnd, start)) {
        const first = { ...last, start: lastStart, end: lastEnd };
        const joined = joinWords(first, { ...reading, start, end }, text);
        if (joined) seeJoined(withBesides(joined, besides), joined.start, joined.end);
      }
      see(reading, start, end);
      last = reading;
      lastStart = start;
      lastEnd = end;
    }
  };
}

/** What is folded to nothing is no word of the index: nothing is told of it. */
function withBesides<Besides>(
  { word, kind }: Reading,
  besides: (word: string) => Besides,
): Reading & Besides {
  return { word, kind, ...(word === '' ? ({} as Besides) : besides(word)) };
}

function readWord(printed: string): Reading {
  const folded = fold(withoutStops(printed).replace(GRAMMAR, '')).replace(NO_LETTERS, '');
  // "ゟ" is one character here, and would be two words folded: よ and り.
  const word = UNSPACED.test(printed) && folded.match(WORD)?.[0] !== folded ? printed : folded;
  return { word, kind: isStopWord(word) ? 'stop word' : 'word' };
}
