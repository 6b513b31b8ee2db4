import type { Columns } from '../index/columns.ts';
import type { OrdinalTest } from '../index/forward-index.ts';
import type { Condition, TypedQuery } from '../query/typed-query.ts';
import { readReference } from '../references/sought-reference.ts';
import { bareWords, terms } from '../text/analysis.ts';
import type { HeldTerms } from './held-terms.ts';
import { intersect } from './intersect.ts';
import { referringTo } from './reference-index.ts';
import { united } from './united.ts';

type Holding = Pick<HeldTerms, 'holdsAll' | 'recordHoldsAll' | 'holdsIn' | 'says'>;

/** Whether documents meet what a query demands, its dates aside. */
export function meets(
  { required, excluded }: Pick<TypedQuery, 'required' | 'excluded'>,
  index: Holding,
  columns: Columns,
): OrdinalTest {
  const wanted = required.map((group) =>
    group.map((condition) => testOf(condition, index, columns)),
  );
  const unwanted = excluded.map((condition) => testOf(condition, index, columns));
  return (ordinal) =>
    wanted.every((group) => group.some((test) => test(ordinal))) &&
    !unwanted.some((test) => test(ordinal));
}

/**
 * The documents that can meet what a query demands, ascending, as far as postings tell; undefined if they
 * leave none out.
 */
export function candidates(
  { required }: Pick<TypedQuery, 'required'>,
  { ordinalsOfAll }: Pick<HeldTerms, 'ordinalsOfAll'>,
): Uint32Array | undefined {
  const told = required
    .map((group) => group.map(({ field, text }) => (field === 'any' ? stemsOf(text) : [])))
    .filter((group) => group.every((stems) => stems.length > 0));
  if (told.length === 0) return undefined;
  return intersect(told.map((group) => group.map(ordinalsOfAll).reduce(united)));
}

const stemsOf = (text: string): string[] =>
  terms(text)
    .filter(({ kind }) => kind === 'word' || kind === 'half')
    .map(({ stem }) => stem);

/** The postings are asked first: they know most documents that can't meet the condition. */
function testOf(
  { field, text, isPhrase }: Condition,
  index: Holding,
  { values }: Columns,
): OrdinalTest {
  if (field === 'reference') return referringTo(values.references, readReference(text));
  const stems = stemsOf(text);
  // Fields are of the record, wherever words are looked for.
  const holdsAll = field === 'any' ? index.holdsAll : index.recordHoldsAll;
  if (isPhrase) {
    const isSaid = index.says(bareWords(text), field);
    if (stems.length === 0) return isSaid;
    const isHeld = holdsAll(stems);
    return (ordinal) => isHeld(ordinal) && isSaid(ordinal);
  }
  if (stems.length === 0) return () => false;
  const isHeld = holdsAll(stems);
  if (field === 'any') return isHeld;
  const isInField = index.holdsIn(stems, field);
  return (ordinal) => isHeld(ordinal) && isInField(ordinal);
}
