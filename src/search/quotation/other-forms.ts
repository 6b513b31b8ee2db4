import type { OtherForm } from '../quotations.ts';
import type { Step } from './align.ts';
import type { ComparedText } from './compared-text.ts';
import type { ComparedWord } from './compared-words.ts';
import { type Placed, place } from './placed-runs.ts';
import { wordsOf } from './print-of.ts';
import type { Quotation } from './read-quotation.ts';

/** Words that count as the same and read otherwise: spelled, or by a machine read, in another way. */
export function findOtherForms(
  quotation: Quotation,
  text: ComparedText,
  runs: readonly (Placed & { kind: Step['kind']; steps: readonly Step[] })[],
): { spellings: OtherForm[]; misreadings: OtherForm[] } {
  const spellings: OtherForm[] = [];
  const misreadings: OtherForm[] = [];
  for (const run of runs.filter(({ kind }) => kind === 'same')) {
    const steps = run.steps.map((step) => ({ steps: [step] }));
    for (const { items, words } of place(steps, { item: run.items.from, word: run.words.from })) {
      const quoted = quotation.items.slice(items.from, items.to) as ComparedWord[];
      const printed = text.words.slice(words.from, words.to);
      const isJoinedFreely =
        quoted.length !== printed.length &&
        ![...quoted.slice(1), ...printed.slice(1)].every(({ isJoined }) => isJoined);
      if (joined(quoted, 'folded') === joined(printed, 'folded') && !isJoinedFreely) continue;
      const isSpelling = joined(quoted, 'key') === joined(printed, 'key') && !isJoinedFreely;
      (isSpelling ? spellings : misreadings).push({
        printed: wordsOf(text, words),
        quoted: wordsOf({ text: quotation.text, words: quoted }, { from: 0, to: quoted.length }),
      });
    }
  }
  return { spellings, misreadings };
}

const joined = (words: readonly ComparedWord[], as: 'key' | 'folded'): string =>
  words.map((word) => word[as]).join('');
