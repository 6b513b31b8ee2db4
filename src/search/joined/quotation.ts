import { MOST_FOUND } from '../quotation/check-quotation.ts';
import type { AskedQuotation, CheckedQuotation } from '../quotations.ts';
import type { Both } from './both.ts';

/** A quotation looked for in the corpus, its texts included, and in the records that were added. */
export async function joinedQuotation(
  { corpus, added }: Both,
  asked: AskedQuotation,
): Promise<CheckedQuotation> {
  const { document: named, ...anywhere } = asked;
  const isAdded = named !== undefined && (await added.loaded([named])).length > 0;
  const [one, other] = await Promise.all([
    corpus.checkQuotation(isAdded ? anywhere : asked),
    added.checkQuotation(isAdded ? asked : anywhere),
  ]);
  const isExact = ({ found }: CheckedQuotation) => found.some(({ verdict }) => verdict === 'exact');
  const [isOneExact, isOtherExact] = [isExact(one), isExact(other)];
  // What is only near doesn't count beside what is exact.
  const best = [
    ...(isOneExact || !isOtherExact ? [one] : []),
    ...(isOtherExact || !isOneExact ? [other] : []),
  ];
  return {
    ...one,
    total: best.reduce((sum, { total }) => sum + total, 0),
    found: best.flatMap(({ found }) => found).slice(0, MOST_FOUND),
    uncompared: one.uncompared + other.uncompared,
    inDocument: one.inDocument ?? other.inDocument,
  };
}
