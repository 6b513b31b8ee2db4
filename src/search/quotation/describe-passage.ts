import type { Difference, OtherForm, PassagePiece, PassedOver } from '../quotations.ts';
import type { Alignment } from './align.ts';
import type { ComparedText } from './compared-text.ts';
import type { ComparedWord } from './compared-words.ts';
import { matterOf } from './matter.ts';
import { findOtherForms } from './other-forms.ts';
import { isPageEnd } from './page-lines.ts';
import { type Placed, place } from './placed-runs.ts';
import { printOf, wordsOf } from './print-of.ts';
import type { Quotation } from './read-quotation.ts';
import { type Run, readRuns } from './runs.ts';
import { judgeSkipped } from './skipped.ts';

/** A passage as printed, set against the quotation. */
export type Passage = {
  /** From the code unit `start` up to, not including, `end`. */
  start: number;
  end: number;
  pieces: readonly PassagePiece[];
  /** What changes the sense most comes first. */
  differences: readonly Difference[];
  passedOver: readonly PassedOver[];
  spellings: readonly OtherForm[];
  misreadings: readonly OtherForm[];
};

const GRAVEST_FIRST: readonly Difference['matter'][] = ['negation', 'figure', 'words'];

/** Says of an alignment what is the same, and how the rest differs. */
export function describePassage(
  quotation: Quotation,
  text: ComparedText,
  { start, steps }: Alignment,
): Passage {
  const runs = place(readRuns(steps, quotation.items), { item: 0, word: start });
  const passage = { from: start, to: runs.at(-1)?.words.to ?? start };
  const pieces: PassagePiece[] = [];
  const differences: Difference[] = [];
  const passedOver: PassedOver[] = [];
  for (const run of runs) {
    const printed = printOf(text, run.words, passage);
    const { kind } = run;
    if (kind === 'same') pieces.push({ kind, printed });
    else if (kind === 'skipped') {
      const judged = judgeSkipped(quotation, text, run);
      if (printed) pieces.push({ ...(judged.difference ?? { kind }), printed });
      if (judged.difference) differences.push(judged.difference);
      if (judged.passedOver) passedOver.push(judged.passedOver);
    } else if (kind === 'left out' && isPageEnd(text, run.words)) {
      pieces.push({ kind: 'skipped', printed });
      passedOver.push({ as: 'page break', printed: wordsOf(text, run.words) });
    } else {
      const difference = describeDifference(quotation, text, { ...run, kind });
      pieces.push({ ...difference, printed });
      differences.push(difference);
    }
  }
  differences.sort((a, b) => GRAVEST_FIRST.indexOf(a.matter) - GRAVEST_FIRST.indexOf(b.matter));
  const [first, last] = [text.words[passage.from], text.words[passage.to - 1]];
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    pieces,
    differences,
    passedOver,
    ...findOtherForms(quotation, text, runs),
  };
}

function describeDifference(
  quotation: Quotation,
  text: ComparedText,
  { kind, items, words }: Run & Placed & Pick<Difference, 'kind'>,
): Difference {
  const of = quotation.items.slice(items.from, items.to) as ComparedWord[];
  const quoted = wordsOf({ text: quotation.text, words: of }, { from: 0, to: of.length });
  const printed = wordsOf(text, words);
  return { kind, printed, quoted, matter: matterOf(printed, quoted) };
}
