import type { Difference, OtherForm, PassagePiece } from '../quotations.ts';
import type { Alignment, Step } from './align.ts';
import { asOneLine, type ComparedText } from './compared-text.ts';
import type { ComparedWord } from './compared-words.ts';
import { matterOf } from './matter.ts';
import type { Quotation } from './read-quotation.ts';
import { readRuns } from './runs.ts';

/** A passage as printed, set against the quotation. */
export type Passage = {
  /** From the code unit `start` up to, not including, `end`. */
  start: number;
  end: number;
  pieces: readonly PassagePiece[];
  /** What changes the sense most comes first. */
  differences: readonly Difference[];
  spellings: readonly OtherForm[];
  misreadings: readonly OtherForm[];
};

const GRAVEST_FIRST: readonly Difference['matter'][] = ['negation', 'figure', 'words'];
/** The most words of a head or foot line, in a text that a machine read. */
const LONGEST_HEAD = 20;

/** Says of an alignment what is the same, and how the rest differs. */
export function describePassage(
  { text: quoted, items }: Quotation,
  { text, words, isOcr, pageAt }: ComparedText,
  { start, steps }: Alignment,
): Passage {
  const pieces: PassagePiece[] = [];
  const spellings: OtherForm[] = [];
  const misreadings: OtherForm[] = [];
  let [i, j] = [0, start];
  const printed = (from: number, to: number) =>
    from === to ? '' : oneLine(text.slice(words[from]?.start, words[to - 1]?.end));

  for (const { kind, steps: run } of readRuns(steps, items)) {
    const [fromItem, fromWord] = [i, j];
    for (const step of run) {
      if (kind === 'same') note(step);
      i += step.quoted;
      j += step.printed;
    }
    if (kind === 'same') {
      // With the signs that follow its last word.
      const until = j < words.length ? words[j]?.start : words[j - 1]?.end;
      const isLast = run.at(-1) === steps.at(-1);
      const end = isLast ? words[j - 1]?.end : until;
      pieces.push({ kind, printed: oneLine(text.slice(words[fromWord]?.start, end)) });
    } else if (kind === 'skipped' || isPageHead(kind, fromWord, j)) {
      if (j > fromWord) pieces.push({ kind: 'skipped', printed: printed(fromWord, j) });
    } else {
      const of = items.slice(fromItem, i) as ComparedWord[];
      const words = oneLine(quoted.slice(of[0]?.start ?? 0, of.at(-1)?.end ?? 0));
      const sides = { printed: printed(fromWord, j), quoted: words };
      pieces.push({ kind, ...sides, matter: matterOf(sides.printed, sides.quoted) });
    }
  }

  /** Keeps what counts as the same and reads otherwise. */
  function note(step: Step): void {
    const of = items.slice(i, i + step.quoted) as ComparedWord[];
    const as = words.slice(j, j + step.printed);
    const keys = (some: readonly ComparedWord[], key: 'key' | 'folded') =>
      some.map((word) => word[key]).join('');
    if (keys(of, 'folded') === keys(as, 'folded')) return;
    const form = {
      printed: printed(j, j + step.printed),
      quoted: oneLine(quoted.slice(of[0]?.start, of.at(-1)?.end)),
    };
    (keys(of, 'key') === keys(as, 'key') ? spellings : misreadings).push(form);
  }

  /** Words left out where a page of a text that a machine read ends: its foot line and the next head. */
  function isPageHead(kind: Step['kind'], from: number, to: number): boolean {
    if (!isOcr || kind !== 'left out' || to - from > LONGEST_HEAD) return false;
    const [before, after] = [words[from - 1], words[to]];
    return before && after ? pageAt(before.start)?.page !== pageAt(after.start)?.page : false;
  }

  const differences = pieces
    .filter((piece) => piece.kind !== 'same' && piece.kind !== 'skipped')
    .sort((a, b) => GRAVEST_FIRST.indexOf(a.matter) - GRAVEST_FIRST.indexOf(b.matter));
  const [first, last] = [words[start]?.start ?? 0, words[j - 1]?.end ?? 0];
  return { start: first, end: last, pieces, differences, spellings, misreadings };
}

const oneLine = (text: string): string => asOneLine(text).trim();
