import type { Document } from '../../data/corpus/document.ts';
import { terms } from '../text/analysis.ts';

/** A word as a document prints it first, or the name that it stands in, with the stems of that. */
type Printed = { text: string; stems: readonly string[] };

/** Shorter ones are titles and initials. */
const SHORTEST = 3;

/**
 * Each stem of a document as a reader would name it: numbers say little by themselves, and neither
 * does "Great" of Great Britain.
 */
export function printedWords(document: Document): ReadonlyMap<string, Printed> {
  const words = new Map<string, Printed>();
  for (const text of [document.title, document.description]) {
    for (const run of namesIn(text)) {
      const [first, last] = [run[0], run.at(-1)];
      if (!first || !last) continue;
      const printed = text.slice(first.start, last.end);
      const stems = run.map(({ stem }) => stem);
      for (const stem of stems) {
        const isWord = printed.length >= SHORTEST && /\p{L}/u.test(stem);
        if (isWord && !words.has(stem)) words.set(stem, { text: printed, stems });
      }
    }
  }
  return words;
}

type Term = { stem: string; start: number; end: number };

/** The words of a text one by one, but for those with capitals that follow each other. */
function namesIn(text: string): Term[][] {
  const runs: Term[][] = [];
  const isCapital = ({ start }: Term) => /^\p{Lu}/u.test(text.slice(start, start + 2));
  for (const term of terms(text).filter(({ kind }) => kind === 'word' || kind === 'pair')) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last && text.slice(last.end, term.start) === ' ';
    if (run && follows && isCapital(last) && isCapital(term)) run.push(term);
    else runs.push([term]);
  }
  return runs;
}

/**
 * What two documents have in common, said once: not the persons that are named anyway, nor a part of
 * a name whose other parts only one of them has.
 * @param stems that both hold, the rarest first
 * @param isRare whether few enough documents hold a stem for it to be a reason
 */
export function wordsInCommon(
  stems: readonly string[],
  isRare: (stem: string) => boolean,
  printed: ReadonlyMap<string, Printed>,
  people: readonly string[],
  most: number,
): string[] {
  const shared = new Set(stems);
  const named = new Set(people.flatMap((person) => terms(person).map(({ stem }) => stem)));
  const said = new Set<string>();
  for (const stem of stems.filter(isRare)) {
    const word = printed.get(stem);
    if (!word || word.stems.some((one) => named.has(one) || !shared.has(one))) continue;
    said.add(word.text);
    if (said.size === most) break;
  }
  return [...said];
}
