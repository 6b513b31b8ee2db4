import type { Interpretation } from '../query/interpret.ts';
import { idfOf } from '../ranking/idf.ts';
import { soughtWords, worthOfTwo } from '../ranking/sought-words.ts';
import { BOTH_TO_RECORD } from '../ranking/texts-beside-records.ts';
import type { Known } from './lookups.ts';
import { type Clause, holdingAny } from './queries.ts';
import type { Searched } from './searched.ts';

/** What lifts a document above those that don't meet it, and by how many steps. */
export type Step = { filter: Clause; steps: number };

/**
 * What holds all words of a short question stands above the rest; of two words the rarer counts more.
 * Where records and texts are searched, so it is by both together first, and then by the record.
 * @param documents how many there are in all
 * @returns undefined for any other question
 */
export function heldSteps(
  { isCommon, typed, weights, others }: Interpretation,
  known: Known,
  searched: Searched,
  documents: number,
): Step[] | undefined {
  const fewest = searched === 'both' ? 1 : 2;
  const words = isCommon
    ? undefined
    : soughtWords(typed.words, weights, others, known.terms.isPrinted, fewest);
  if (!words) return undefined;
  const groups = words.map(({ stem, names }) => [[stem], ...names]);
  const [one = 0, other = 0] = words.map(({ isPrinted }, i) =>
    isPrinted ? idfOf(countOf(groups[i] ?? [], known), documents) : 0,
  );
  const worth = words.length === 1 ? [1] : worthOfTwo([one, other]);
  const stepsIn = (part: Searched, times: number): Step[] =>
    words.length > 2
      ? [{ filter: { bool: { filter: groups.map((one) => holdingAny(one, part)) } }, steps: times }]
      : groups.map((group, i) => ({
          filter: holdingAny(group, part),
          steps: times * (worth[i] ?? 1),
        }));
  if (searched !== 'both') return stepsIn(searched, 1);
  // One word is held by all that is found, in one of both. Each step costs the scores some exactness.
  const inRecords = stepsIn('records', 1);
  return words.length === 1 ? inRecords : [...stepsIn('both', BOTH_TO_RECORD), ...inRecords];
}

const countOf = (group: readonly (readonly string[])[], { terms, holding }: Known): number => {
  const [[stem = ''] = []] = group;
  return group.length === 1 ? terms.frequency(stem) : holding(group);
};
