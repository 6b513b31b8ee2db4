import { isStopWord } from '../text/stop-words.ts';
import type { Step } from './align.ts';
import { isNegation } from './matter.ts';
import { isOpening, type Quotation } from './read-quotation.ts';

/** Steps that go together: all that is the same, or one difference, of whatever steps it consists. */
export type Run = { kind: Step['kind']; steps: readonly Step[] };

/** The steps of an alignment by runs. */
export function readRuns(steps: readonly Step[], items: Quotation['items']): Run[] {
  const runs: Run[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    if (last && goTogether(last.kind, step.kind)) {
      const kind = last.kind === step.kind ? last.kind : 'changed';
      runs[runs.length - 1] = { kind, steps: [...last.steps, step] };
    } else runs.push({ kind: step.kind, steps: [step] });
  }
  return absorbIslands(runs, items);
}

const EDITS: readonly Step['kind'][] = ['changed', 'left out', 'put in'];

const goTogether = (a: Step['kind'], b: Step['kind']): boolean =>
  a === b ? a !== 'order' && a !== 'skipped' : EDITS.includes(a) && EDITS.includes(b);

/** Words that are the same by chance, at most, and how many beside them differ then. */
const ISLAND = { words: 2, beside: 5 };

/**
 * Where a whole clause is another one, a stop word or two may be the same by chance: they are a part
 * of that difference.
 */
function absorbIslands(runs: readonly Run[], items: Quotation['items']): Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (let index = 0; index < runs.length; index++) {
    const [before, run, after] = [kept.at(-1), runs[index] as Run, runs[index + 1]];
    const words = items.slice(at, at + quotedIn(run));
    at += quotedIn(run);
    const isIsland =
      run.kind === 'same' &&
      words.length <= ISLAND.words &&
      words.every(
        (word) => !isOpening(word) && isStopWord(word.folded) && !isNegation(word.folded),
      );
    if (before && after && isIsland && isOtherText(before) && isOtherText(after)) {
      const beside = Math.max(quotedIn(before), quotedIn(after));
      if (beside >= ISLAND.beside) {
        const steps = [...before.steps, ...run.steps, ...after.steps];
        kept[kept.length - 1] = { kind: 'changed', steps };
        at += quotedIn(after);
        index += 1;
        continue;
      }
    }
    kept.push(run);
  }
  return kept;
}

const isOtherText = ({ kind }: Run): boolean => kind === 'changed' || kind === 'put in';

const quotedIn = ({ steps }: Run): number => steps.reduce((sum, { quoted }) => sum + quoted, 0);
